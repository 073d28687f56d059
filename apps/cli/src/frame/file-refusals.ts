import type { Words } from '@saubac/i18n';
import type { ApplySettingsFailure } from '@saubac/services/levels';
import { planProblemInWords, type ApplyPlanFailure } from '@saubac/services/plans';
import type { Refusal } from './frame.ts';

/** Why a plan was not applied, with a sentence for each problem of its file. */
export const planRefusal = (failure: ApplyPlanFailure, words: Words): Refusal =>
  'problems' in failure ? { ...failure, count: failure.problems.length, sentences: failure.problems.map((it) => planProblemInWords(it, words)) } : failure;

/** Why settings were not applied, with a sentence for each problem of their file. */
export const settingsRefusal = (failure: ApplySettingsFailure, words: Words): Refusal => {
  if (failure.kind === 'settings-not-in-form') return { ...failure, sentences: failure.problems.map((it) => planProblemInWords(it, words)) };
  return failure.kind === 'settings-have-problems' ? { ...failure, sentences: failure.problems.map((it) => words.refusal(it)) } : failure;
};
