export { beginSingleSignOn, type BeginSingleSignOn, type SingleSignOnBegun } from './begin.ts';
export { completeSingleSignOn, type CompleteSingleSignOn, type SingleSignedOn, type SingleSignOnFailure } from './complete.ts';
export type { MatchFailure } from './match.ts';
export type { ProviderFailure } from './provider.ts';
