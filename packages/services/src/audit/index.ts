export { auditChoices } from './audit-choices.ts';
export { checkAuditNow, lastAuditCheck } from './check-audit-now.ts';
export { getAuditEntry, type AuditEntry, type GetAuditEntryFailure, type GetAuditEntryInput, type WithChanges } from './get-audit-entry.ts';
export { historyOf, type HistoryFailure, type PersonHistory } from './history-of.ts';
export { listAudit, type AuditPage, type ListAuditInput } from './list-audit.ts';
export { noteRead } from './note-read.ts';
export { createReadLog, type ReadLog, type ReadLogOptions } from './read-log.ts';
export { verifyAudit } from './verify-audit.ts';
export { whoSaw, whoSawMe, type Readers, type WhoSawFailure, type WhoSawMeFailure } from './who-saw.ts';
