export * from './case-kind.ts';
export { caseWord } from './case-word.ts';
export { extendedWord, extendedWorkflow, type Extended, extendKind, pluginWork } from './extend-kind.ts';
export { type Hand, handsOf, inPlaceOf, seenScopes, throughHands } from './hands.ts';
export { type CaseInHand, casesInHand, listCases } from './list-cases.ts';
export { handlerKind, pluginKind } from './plugin-kind.ts';
export { type OpenCaseFailure, openCase } from './open-case.ts';
export { type BulkResult, caseMoved, lapseCase, moveCase, type MoveCaseFailure, moveCases, type MoveInput } from './move-case.ts';
export { type CaseView, getCase, getCaseOf, type OpenMove, type ReadCaseFailure } from './read-case.ts';
