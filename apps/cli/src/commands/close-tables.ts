import type { ChangedPerson, ClosePreview, CloseComparison, CloseView, PersonThen, Trend } from '@saubac/services/closes';
import { causesInWords, problemsInWords, reasonThenInWords } from '@saubac/services/closes';
import type { FactDefinitions } from '@saubac/domain/rules';
import type { TargetProgress } from '@saubac/domain/targets';
import { changeKinds } from '@saubac/domain/closes';
import type { Words } from '@saubac/i18n';
import type { PlanProgress, ProgressByUnit } from '@saubac/services/targets';
import { table } from '../frame/table.ts';

const dash = '–';
const numberOr = (words: Words, value: number | null): string => (value === null ? dash : words.number(value));
const percentOr = (words: Words, value: number | null): string => (value === null ? dash : words.percent(value));

const figureColumns = (words: Words) => [
  ...(['denominator', 'numerator', 'percent', 'goal', 'missing'] as const).map((it) => ({ heading: words.t(`targets.${it}`), align: 'right' as const })),
  { heading: words.t('targets.status') },
];

const figureCells = (words: Words, it: TargetProgress): string[] => [
  numberOr(words, it.denominator), numberOr(words, it.numerator), percentOr(words, it.percent), percentOr(words, it.goalPercent), numberOr(words, it.missing), words.t(`targets.status-${it.status}`),
];

/** The targets of a close or of what would be closed. */
export const targetsTable = (words: Words, targets: readonly PlanProgress[]): string =>
  table([{ heading: words.t('closes.planVersion') }, { heading: words.t('targets.target') }, ...figureColumns(words)], targets.map((it) => [String(it.planVersion), it.target, ...figureCells(words, it)]));

/** One target of a close unit by unit. */
export const unitsTable = (words: Words, { units, total }: ProgressByUnit): string =>
  table([{ heading: words.t('units.code') }, { heading: words.t('units.name') }, ...figureColumns(words)], [
    ...units.map((it) => [it.code, it.name, ...figureCells(words, it.progress)]),
    ['', 'Σ', ...figureCells(words, total)],
  ]);

/** A close in a line. */
export const closeLine = (words: Words, it: CloseView): string => words.t('closes.heading', { period: it.period, number: it.number, cutOff: it.cutOff, state: words.t(`closes.state-${it.state}`) });

/** Closes, a row each. */
export const closesTable = (words: Words, closes: readonly CloseView[]): string =>
  table(
    (['period', 'version', 'cutOff', 'state', 'preparedBy', 'approvedBy', 'id'] as const).map((it) => ({ heading: words.t(`closes.${it}`) })),
    closes.map((it) => [it.period, String(it.number), words.date(it.cutOff), words.t(`closes.state-${it.state}`), it.prepared.name, it.approved?.name ?? dash, it.id]),
  );

/** What would be closed, and what is not settled. */
export const previewInWords = (words: Words, it: ClosePreview): string => {
  const problems = problemsInWords(it.problems, words);
  return [
    words.t('closes.previewHeading', { period: it.period, cutOff: it.cutOff, plans: it.plans.map(({ plan, version }) => `${plan} (${version})`) }),
    ...(it.standing ? [words.t('closes.standing', { number: it.standing.number })] : []),
    '',
    targetsTable(words, it.targets),
    ...(problems.length === 0 ? [words.t('closes.noProblems')] : [words.t('closes.problemsHeading'), ...problems.map((one) => `  ${one}`)]),
  ].join('\n');
};

/** Somebody behind a figure of a close, in a line. */
export const personLine = (words: Words, definitions: FactDefinitions, it: PersonThen): string =>
  [
    it.fullName ?? words.t('closes.gone'), it.unit.name, words.t(it.reached ? 'reasons.reached' : 'reasons.missing'), it.level === 0 ? words.t('closes.noLevel') : words.t('reasons.level', { level: it.level }),
    reasonThenInWords(it.reason, definitions, words), it.id,
  ].join('\t');

/** Somebody whom two closes count differently, in a line. */
export const changedLine = (words: Words, definitions: FactDefinitions, it: ChangedPerson): string =>
  [it.fullName ?? words.t('closes.gone'), it.unit.name, words.t(`closes.kind-${it.kind}`), causesInWords(it.causes, definitions, words) || dash, it.id].join('\t');

/** How many changed between two closes, a row a target. */
export const comparisonInWords = (words: Words, { before, after, targets }: CloseComparison): string =>
  [
    words.t('closes.compareHeading', { before: `${before.period}@${before.number}`, after: `${after.period}@${after.number}` }),
    '',
    table(
      [{ heading: words.t('targets.target') }, ...changeKinds.map((it) => ({ heading: words.t(`closes.kind-${it}`), align: 'right' as const }))],
      targets.map((it) => [it.target, ...changeKinds.map((kind) => words.number(it.counts[kind]))]),
    ),
  ].join('\n');

/** The course of a target. */
export const trendTable = (words: Words, { points }: Trend): string =>
  table(
    [{ heading: words.t('closes.day') }, ...figureColumns(words), { heading: words.t('closes.source') }],
    points.map((it) => [words.date(it.on), ...figureCells(words, it.progress), words.t(`closes.source-${it.source}`)]),
  );
