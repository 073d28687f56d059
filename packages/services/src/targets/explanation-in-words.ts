import type { Cite } from '@saubac/domain/plan';
import { decisive, type Explanation, type FactDefinitions, sentenceOf } from '@saubac/domain/rules';
import type { Words } from '@saubac/i18n';

import { levelInWords } from '../levels/index.ts';
import { reasonInWords, valueInWords } from './condition-in-words.ts';
import type { ExplainedElement, TargetExplanation } from './explain.ts';
import { indented, markOf, ruleInLines } from './rule-in-lines.ts';

type Told = { explanation: TargetExplanation; definitions: FactDefinitions; words: Words };

/** A rule as it came out: each condition in a line with its value. */
const treeInWords = (explained: Explanation, { definitions, words }: Told): string[] =>
  ruleInLines(explained, words, ({ condition, value }) =>
    words.t('explain.condition', { sentence: sentenceOf(condition, definitions, words.locale), value: valueInWords(definitions.get(condition.fact), value, words) }),
  );

// A document without a number goes by its title, which may fill a paragraph.
const longestName = 40;
const shortened = (name: string): string => (name.length <= longestName ? name : `${name.slice(0, longestName).trimEnd()}…`);

const citeInWords = (cite: Cite, { explanation, words }: Told): string =>
  words.t('explain.cite', { document: shortened(explanation.documents[cite.document] ?? cite.document), clause: cite.clause, quote: cite.quote });

const elementInWords = (it: ExplainedElement, told: Told): string[] => [
  `${markOf(it.explanation)} ${told.words.text(it.title)}`,
  ...indented([...treeInWords(it.explanation, told), citeInWords(it.cite, told)]),
];

/** Elements of which one is enough: where one holds, the others are named and not gone into. */
const eitherInWords = (elements: readonly ExplainedElement[], told: Told): string[] =>
  elements.flatMap((it) => {
    const decides = it.explanation.holds || it.explanation.unknown || !elements.some((other) => other.explanation.holds);
    return decides ? elementInWords(it, told) : [`${markOf(it.explanation)} ${told.words.text(it.title)}`];
  });

const conditionsIn = (it: Explanation): Extract<Explanation, { form: 'condition' }>[] =>
  it.form === 'condition' ? [it] : it.form === 'not' ? conditionsIn(it.part) : it.parts.flatMap(conditionsIn);

/** What is not known of the person, of all that would decide. */
const unknownFacts = (explanations: readonly Explanation[], { definitions, words }: Told): string[] => {
  const facts = explanations.flatMap(conditionsIn).flatMap((it) => (it.unknown ? [it.condition.fact] : []));
  return [...new Set(facts)].map((it) => words.text(definitions.get(it)?.label ?? { vi: it }));
};

/** That no subject holds is only known where none of them hangs on something that is not known. */
const noSubject = (subjects: readonly Explanation[], told: Told): string => {
  const open = subjects.filter((it) => it.unknown);
  return open.length === 0 ? told.words.t('explain.noSubject') : told.words.t('explain.subjectUnknown', { facts: unknownFacts(open, told) });
};

const notInCohort = (cohort: Explanation, told: Told): string =>
  cohort.unknown ? told.words.t('explain.cohortUnknown', { facts: unknownFacts([cohort], told) }) : told.words.t('explain.notInCohort');

const reasonsAgainst = ({ subjects, exclusions, cohort }: NonNullable<TargetExplanation['rules']>, told: Told): string[] => [
  ...(subjects.some((it) => it.explanation.holds) ? [] : [noSubject(subjects.map((it) => it.explanation), told)]),
  ...exclusions.filter((it) => it.explanation.holds).map((it) => told.words.t('explain.excluded', { title: told.words.text(it.title) })),
  ...(cohort.holds ? [] : [notInCohort(cohort, told)]),
];

const whatIsLacking = ({ reachedWhen, extra }: NonNullable<TargetExplanation['rules']>, { explanation, definitions, words }: Told): string => {
  const asked = extra && explanation.extraMeasurable ? [reachedWhen, extra] : [reachedWhen];
  return reasonInWords({ reached: false, reason: asked.flatMap((it) => decisive(it)) }, definitions, words);
};

const resultInWords = (told: Told): string[] => {
  const { explanation, words } = told;
  const { rules, counts, reached } = explanation;
  if (!rules) return [words.t('explain.notPresent')];
  if (counts && reached) return [words.t('explain.countsReached')];
  if (counts) return [words.t('explain.countsMissing'), words.t('explain.because', { reasons: whatIsLacking(rules, told) })];
  return [words.t('explain.countsNot'), words.t('explain.because', { reasons: reasonsAgainst(rules, told).join('; ') })];
};

const rulesInWords = (rules: NonNullable<TargetExplanation['rules']>, told: Told): string[] => {
  const { words, explanation } = told;
  const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...indented(lines)]);
  const ofTarget = citeInWords(explanation.cite, told);
  return [
    words.t('explain.unit', { unit: rules.unitName }),
    ...section(words.t('explain.subjects'), eitherInWords(rules.subjects, told)),
    ...section(words.t('explain.exclusions'), rules.exclusions.flatMap((it) => elementInWords(it, told))),
    ...section(words.t('explain.cohort'), [...treeInWords(rules.cohort, told), ofTarget]),
    ...section(words.t('explain.reachedWhen'), treeInWords(rules.reachedWhen, told)),
    ...section(words.t(explanation.extraMeasurable ? 'explain.extra' : 'explain.extraNotMeasurable'), rules.extra ? treeInWords(rules.extra, told) : []),
    ...section(words.t('explain.focus'), rules.focus ? treeInWords(rules.focus, told) : []),
  ];
};

const postsInWords = ({ explanation, definitions, words }: Told): string[] =>
  explanation.posts.map((it) => {
    const kind = valueInWords(definitions.get('kind'), it.kind, words);
    const details = [kind, it.office, it.main ? null : words.t('explain.concurrent')].filter((part) => part !== null).join(', ');
    return words.t('explain.post', { from: it.from, to: it.lastDay === null ? words.t('explain.now') : words.date(it.lastDay), unit: it.unitName, details });
  });

/** The whole explanation of one person for one target in lines: the result, every rule with its values and clauses, the level, the career. */
export const explanationInWords = (explanation: TargetExplanation, definitions: FactDefinitions, words: Words): string[] => {
  const told: Told = { explanation, definitions, words };
  const { person, target, plan, planVersion: version, level } = explanation;
  return [
    words.t('explain.heading', { name: person.fullName, target, on: level.answer.date, plan, version }),
    words.text(explanation.title),
    ...resultInWords(told),
    ...(explanation.rules ? rulesInWords(explanation.rules, told) : []),
    words.t('explain.level'),
    ...indented(levelInWords(level, words)),
    words.t('explain.posts'),
    ...indented(postsInWords(told)),
  ];
};
