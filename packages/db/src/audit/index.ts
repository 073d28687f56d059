export { anchorHead, anchorsOf, type Anchor, type Anchoring } from './anchors.ts';
export { checkAudit, keepCheck, type AuditCheck, type AuditFault } from './check-audit.ts';
export { insertDetails, type AuditDetail } from './details.ts';
export { uuidV7 } from './uuid-v7.ts';
export { verifyChain, type ChainFault, type ChainReport } from './verify-chain.ts';
export { dataVersion, writeWithAudit, type Actor, type AuditRecord, type Record, type WriteContext } from './write-with-audit.ts';
