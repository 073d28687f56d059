export { insertDetails, type AuditDetail } from './details.ts';
export { countEntries, entryById, listEntries, type AuditSubject, type EntryFilter, type EntryReader, type FullEntry, type ListedEntry } from './entries.ts';
export { countDetails, detailsOfEntry, historyOfPerson, type HistoryPage, type HistoryRow, type ListedDetail } from './entry-details.ts';
export { insertPersonReads, type NotedRead, personOfUser, readsOfPerson, type ReadsPage } from './person-reads.ts';
export { uuidV7 } from './uuid-v7.ts';
export { verifyChain, type ChainFault, type ChainReport } from './verify-chain.ts';
export { dataVersion, writeWithAudit, type Actor, type AuditRecord, type Record, type WriteContext } from './write-with-audit.ts';
