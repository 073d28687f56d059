import type { useWords } from '../../shell/index.ts';
import { changeKindOf, changePaths } from './change-link.ts';

/** What a change is called that a link leads to: a version by its number, any other by its kind. */
export const changeInWords = (link: string, words: ReturnType<typeof useWords>): string => {
  const kind = changeKindOf(link);
  if (kind === undefined || kind === 'other') return words.t('obstacles.openChange');
  return kind === 'plan-version' ? words.t('obstacles.versionNumber', { number: Number(link.slice(changePaths[kind].length)) }) : words.t(`obstacles.change-${kind}`);
};
