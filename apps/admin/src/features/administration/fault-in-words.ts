import { type AdminWords } from '@saubac/i18n/admin';
import { Refused } from '../../shell/index.ts';

/** Why something was refused, in the words of the API; undefined where nothing was. */
export const faultInWords = (error: unknown, words: Pick<AdminWords, 't' | 'text'>): string | undefined => {
  if (error === null || error === undefined) return undefined;
  return error instanceof Refused ? words.text(error.problem.text) : words.t('shell.unreachable');
};
