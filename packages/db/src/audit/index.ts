export { anchorHead, anchorNow, anchorsOf, type Anchor, type Anchoring } from './anchors.ts';
export { checkAudit, keepCheck, type AuditCheck, type AuditFault } from './check-audit.ts';
export { insertDetails, type AuditDetail } from './details.ts';
export { countEntries, entryById, listEntries, type AuditSubject, type EntryFilter, type EntryPlace, type EntryReader, type FullEntry, type ListedEntry } from './entries.ts';
export { countDetails, detailsOfEntry, historyOfPerson, type HistoryPage, type HistoryRow, type ListedDetail } from './entry-details.ts';
export { insertPersonReads, type NotedRead, personOfUser, readsOfPerson, type ReadsPage } from './person-reads.ts';
export { uuidV7 } from './uuid-v7.ts';
export { verifyChain, type ChainFault, type ChainReport } from './verify-chain.ts';
export { dataVersion, writeWithAudit, type Actor, type Alongside, type AuditRecord, type Record, type WriteContext } from './write-with-audit.ts';
