import type { Words } from '@saubac/i18n';

/** What is told of a fault nobody foresaw: its message and how to see more. */
export const outageSentence = (error: unknown, words: Words): string =>
  `${words.t('cli.outage', { message: error instanceof Error ? error.message : String(error) })} ${words.t('cli.outageHint')}`;
