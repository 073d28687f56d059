import type { Words } from '@saubac/i18n';
import type { EnableFailure } from '@saubac/plugin-host';
import type { Refusal } from './frame.ts';

type PluginFailure = Extract<EnableFailure, { kind: 'plugin-broken' }>['failures'][number];

/** Why a plugin can't be used, with the details for whoever writes it, who knows their names. */
export const failureLine = (words: Words, { kind, ...rest }: PluginFailure): string =>
  words.t('plugins.failure', { text: words.told('pluginFailures', { kind, ...rest }), kind, details: JSON.stringify(rest) });

/** Why a plugin was not enabled, with a sentence for each fault of its own or of its settings. */
export const enableRefusal = (failure: EnableFailure, words: Words): Refusal => {
  if (failure.kind === 'plugin-broken') return { ...failure, sentences: failure.failures.map((it) => failureLine(words, it)) };
  if (failure.kind === 'settings-invalid') return { ...failure, sentences: failure.problems.map((it) => words.t('settings.formProblem', it)) };
  return failure;
};
