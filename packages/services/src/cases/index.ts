export * from './case-kind.ts';
export { caseWord } from './case-word.ts';
export { type OpenCaseFailure, openCase } from './open-case.ts';
export { type BulkResult, lapseCase, moveCase, type MoveCaseFailure, moveCases, type MoveInput } from './move-case.ts';
export { type CaseView, getCase, getCaseOf, type ReadCaseFailure } from './read-case.ts';
