export { insertDetails, type AuditDetail } from './details.ts';
export { uuidV7 } from './uuid-v7.ts';
export { verifyChain, type ChainFault, type ChainReport } from './verify-chain.ts';
export { dataVersion, writeWithAudit, type Actor, type Alongside, type AuditRecord, type Record, type WriteContext } from './write-with-audit.ts';
