export type { CaseShown, MoveShown } from './case-shown.ts';
export { caseKinds, coreKinds } from './kinds.ts';
export { type Inbox, listInbox } from './list-inbox.ts';
export { type CaseCalled, casesCalled } from './cases-called.ts';
export { type GuardsRefused, getWholeCase, moveWholeCase, type MoveWholeFailure, type WholeCase } from './whole-case.ts';
export { type Bulk, type BulkInput, type BulkLine, type BulkShown, cancelBulk, getBulk, listBulks, startBulk, workBulk } from './bulk-moves.ts';
export type { WaitingLine } from './waiting-elsewhere.ts';
export { coreWorkflows } from './core-workflows.ts';
