import type { AdminWords } from '@saubac/i18n/admin';
import type { Difference } from '../../../shell/index.ts';
import type { Draft } from './draft.ts';
import { operationInWords } from './operation-words.ts';

/** Where two versions of a change differ, in words. Of the other one only the number of people who are moved by name is known. */
export const draftDifferences = (yours: Draft, theirs: Draft, theirMoves: number, words: AdminWords, nameOf: (code: string) => string): Difference[] => {
  const decision = (it: Draft): string => (it.decision ? words.t('unitTree.decisionOf', { number: it.decision.number, day: it.decision.date }) : '');
  const operations = (it: Draft): string => it.operations.map((one) => operationInWords(one, words, nameOf)).join('; ');
  const lines: readonly [string, string, string][] = [
    [words.t('unitTree.changeTitle'), yours.title, theirs.title],
    [words.t('unitTree.firstDay'), words.date(yours.on), words.date(theirs.on)],
    [words.t('unitTree.decision'), decision(yours), decision(theirs)],
    [words.t('unitTree.why'), yours.why, theirs.why],
    [words.t('unitTree.operations'), operations(yours), operations(theirs)],
    [words.t('unitTree.movedByName'), words.number(yours.moves.length), words.number(theirMoves)],
  ];
  return lines.filter(([, mine, other]) => mine !== other).map(([label, mine, other]) => ({ label, yours: mine, theirs: other }));
};
