export type { CaseShown, MoveShown } from './case-shown.ts';
export { caseKinds } from './kinds.ts';
export { type Inbox, listInbox } from './list-inbox.ts';
export { getWholeCase, moveWholeCase, type WholeCase } from './whole-case.ts';
