export * from './change-draft.ts';
export * from './compare-draft.ts';
export { createDraft, type CreateDraftFailure, largestDraft, type NewDraft, type NotADraft, unstorableDraft } from './create-draft.ts';
export { type CheckedDraft, checkDraft, type DraftFailure, type DraftPage, getDraft, listDrafts, type UnknownDraft } from './read-drafts.ts';
export * from './submit-draft.ts';
