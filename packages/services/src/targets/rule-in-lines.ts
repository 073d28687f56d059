import type { Explanation } from '@saubac/domain/rules';
import type { Words } from '@saubac/i18n';

const marks = { holds: '✓', fails: '✗', unknown: '?' };

/** The sign in front of a line: it holds, it does not, it is not known. */
export const markOf = (it: Pick<Explanation, 'holds' | 'unknown'>): string => (it.unknown ? marks.unknown : it.holds ? marks.holds : marks.fails);

/** Lines that belong to the one above them. */
export const indented = (lines: readonly string[]): string[] => lines.map((it) => `  ${it}`);

type Condition = Extract<Explanation, { form: 'condition' }>;

/** A rule as it came out: each condition in a line, as `say` words it, groups indented below their heads. */
export const ruleInLines = (it: Explanation, words: Words, say: (condition: Condition) => string): string[] => {
  if (it.form === 'not') return [`${markOf(it)} ${words.t('explain.not')}`, ...indented(ruleInLines(it.part, words, say))];
  if (it.form === 'condition') return [`${markOf(it)} ${say(it)}`];
  const [only] = it.parts;
  if (!only) return [`${markOf(it)} ${words.t(it.form === 'all' ? 'explain.everybody' : 'explain.nobody')}`];
  if (it.parts.length === 1) return ruleInLines(only, words, say);
  return [`${markOf(it)} ${words.t(it.form === 'all' ? 'explain.all' : 'explain.any')}`, ...indented(it.parts.flatMap((part) => ruleInLines(part, words, say)))];
};
