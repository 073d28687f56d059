import type { OpenProblems } from '@saubac/db/closes';
import type { ChangeCause } from '@saubac/domain/closes';
import { type Explanation, type FactDefinitions, sentenceOf, type Truth } from '@saubac/domain/rules';
import type { Words } from '@saubac/i18n';

import { indented, markOf, ruleInLines } from '../targets/index.ts';
import type { ElementThen, ExplanationThen } from './explain-in-close.ts';
import type { ConditionThen } from './people-behind-close.ts';

/** What is not settled, a line each; nothing where all is. */
export const problemsInWords = (problems: OpenProblems, words: Words): string[] =>
  (Object.keys(problems) as (keyof OpenProblems)[]).flatMap((it) => (problems[it] === 0 ? [] : [words.t(`closes.problem-${it}`, { count: problems[it] })]));

const outcomeOf = (held: Truth, words: Words): string => words.t(held === null ? 'closes.notKnown' : held ? 'closes.held' : 'closes.notHeld');

/** A condition and how it came out when the period was closed. */
export const conditionThenInWords = ({ condition, held }: ConditionThen, definitions: FactDefinitions, words: Words): string =>
  words.t('closes.condition', { sentence: definitions.has(condition.fact) ? sentenceOf(condition, definitions, words.locale) : condition.fact, outcome: outcomeOf(held, words) });

/** The conditions that decided, in a row. */
export const reasonThenInWords = (reason: readonly ConditionThen[], definitions: FactDefinitions, words: Words): string => reason.map((it) => conditionThenInWords(it, definitions, words)).join('; ');

const causeInWords = (it: ChangeCause, definitions: FactDefinitions, words: Words): string => {
  if (it.kind !== 'facts') return words.t(`closes.cause-${it.kind}`);
  return words.t('closes.cause-facts', { facts: it.facts.map((fact) => words.text(definitions.get(fact)?.label ?? { vi: fact })) });
};

/** Why two closes count somebody differently, in a row; empty where what was kept does not tell. */
export const causesInWords = (causes: readonly ChangeCause[], definitions: FactDefinitions, words: Words): string => causes.map((it) => causeInWords(it, definitions, words)).join('; ');

/**
 * Why somebody counted or did not when a period was closed, in lines: each rule of the plan of then and how its conditions came out. The values behind
 * conditions were not kept, so a line says whether it held and no more. Indented lines belong to the one above them.
 */
export const explanationThenInWords = ({ rules, unit }: ExplanationThen, definitions: FactDefinitions, words: Words): string[] => {
  const tree = (it: Explanation): string[] => ruleInLines(it, words, ({ condition }) => (definitions.has(condition.fact) ? sentenceOf(condition, definitions, words.locale) : condition.fact));
  const element = (it: ElementThen): string[] => [`${markOf(it.explanation)} ${words.text(it.title)}`, ...indented(tree(it.explanation))];
  const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...indented(lines)]);
  return [
    words.t('explain.unit', { unit: unit.name }),
    ...section(words.t('explain.subjects'), rules.subjects.flatMap(element)),
    ...section(words.t('explain.exclusions'), rules.exclusions.flatMap(element)),
    ...section(words.t('explain.cohort'), tree(rules.cohort)),
    ...section(words.t('explain.reachedWhen'), tree(rules.reachedWhen)),
    ...section(words.t('explain.extra'), rules.extra ? tree(rules.extra) : []),
    ...section(words.t('explain.focus'), rules.focus ? tree(rules.focus) : []),
  ];
};
