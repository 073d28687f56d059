import type { UndoBlocker, UndoNote } from '@saubac/db/roster';
import type { IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import { dayInVietnam } from '../context/index.ts';

const dayOf = (at: string): IsoDate => dayInVietnam(new Date(at));

const names = ({ first, subjects }: UndoBlocker, words: Words): string => [...first, ...(subjects > first.length ? [words.t('roster.andMore', { count: subjects - first.length })] : [])].join(', ');

/** What keeps an import from being taken back, in a sentence: who did what to whom, and when. */
export const undoBlockerInWords = (it: UndoBlocker, words: Words): string => {
  const about = names(it, words);
  if (it.act === null || it.at === null) return words.t('roster.blockedByRows', { what: words.named('roster', `rows-${it.table ?? ''}`), about });
  return words.t('roster.blockedByAct', { on: dayOf(it.at), by: it.by ?? '', act: words.named('acts', it.act), about });
};

/** What stays as it is though an import is taken back, in a sentence. */
export const undoNoteInWords = ({ act, at, by }: UndoNote, words: Words): string => words.t('roster.undoNote', { on: dayOf(at), by, act: words.named('acts', act) });
