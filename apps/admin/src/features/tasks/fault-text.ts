import { Refused, type useWords } from '../../shell/index.ts';

/** Why something was not done, in words. */
export const faultText = (words: ReturnType<typeof useWords>, error: unknown): string => (error instanceof Refused ? words.text(error.problem.text) : words.t('shell.unreachable'));
