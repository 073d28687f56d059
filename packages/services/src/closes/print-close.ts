import { planVersion } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { answerOf, figuresOver, subtreeOf } from '@saubac/domain/closes';
import type { FactDefinitions } from '@saubac/domain/rules';
import type { TargetProgress } from '@saubac/domain/targets';
import { ok, type Result, type UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import { type Ctx, permit } from '../context/index.ts';
import { type Sheet, writeSheets } from '../roster/index.ts';
import { factDefinitions, type PlanProgress } from '../targets/index.ts';
import { closeFigures } from './close-figures.ts';
import { problemsInWords } from './close-in-words.ts';
import type { CloseView } from './close-view.ts';
import { type CloseNotFrozen, type FrozenClose, frozenClose, type UnknownClose } from './read-closes.ts';

type Cells = (string | number | null)[];

const figureHeadings = (words: Words): Sheet['columns'] => [
  ...(['denominator', 'numerator', 'percent', 'goal', 'missing'] as const).map((it) => ({ heading: words.t(`targets.${it}`), width: 14 })),
  { heading: words.t('closes.focusDenominator'), width: 14 },
  { heading: words.t('closes.focusNumerator'), width: 14 },
  { heading: words.t('closes.unknown'), width: 30 },
  { heading: words.t('targets.status'), width: 26 },
];

const unknownText = (unknown: Record<string, number>, definitions: FactDefinitions, words: Words): string =>
  Object.entries(unknown).map(([fact, count]) => words.t('targets.unknownFact', { label: words.text(definitions.get(fact)?.label ?? { vi: fact }), count })).join('; ');

const figureCells = (it: TargetProgress, definitions: FactDefinitions, words: Words): Cells => [
  it.denominator, it.numerator, it.percent, it.goalPercent, it.missing, it.focus?.denominator ?? null, it.focus?.numerator ?? null, unknownText(it.unknown, definitions, words), words.t(`targets.status-${it.status}`),
];

const targetsSheet = (targets: readonly PlanProgress[], definitions: FactDefinitions, words: Words): Sheet => ({
  name: words.t('closes.sheetTargets'),
  columns: [
    { heading: words.t('closes.planVersion'), width: 10 }, { heading: words.t('targets.target'), width: 28 }, { heading: words.t('closes.title'), width: 60 }, { heading: words.t('targets.milestone'), width: 12 }, ...figureHeadings(words),
  ],
  rows: targets.map((it) => [it.planVersion, it.target, words.text(it.title), words.date(it.milestone), ...figureCells(it, definitions, words)]),
});

/** Each unit with everybody below it, as they stood then; units of which nobody was counted are left out. */
const unitsSheet = ({ units, readable, plans }: FrozenClose, definitions: FactDefinitions, words: Words): Sheet => ({
  name: words.t('closes.sheetUnits'),
  columns: [
    { heading: words.t('closes.planVersion'), width: 10 }, { heading: words.t('targets.target'), width: 28 }, { heading: words.t('exports.unitCode'), width: 14 }, { heading: words.t('exports.unitName'), width: 40 }, ...figureHeadings(words),
  ],
  rows: plans.flatMap((plan) =>
    plan.targets.flatMap((target) => {
      const { counted } = target;
      if (!counted) return [];
      return units.flatMap(({ code, name }): Cells[] => {
        const below = subtreeOf(units, readable, code)?.all;
        const counts = below && figuresOver(target.figures, below);
        if (!counts || (counts.denominator === 0 && Object.keys(counts.unknown).length === 0)) return [];
        return [[plan.planVersion, counted.code, code, name, ...figureCells(answerOf(counted, counts), definitions, words)]];
      });
    }),
  ),
});

const planRows = async (ctx: Ctx, { plans }: FrozenClose, words: Words): Promise<Cells[]> => {
  const rows: Cells[] = [];
  for (const { plan, planVersion: version } of plans) {
    const kept = await planVersion(ctx.db, version);
    rows.push([words.t('closes.basisPlan'), words.t('closes.basisPlanText', { plan: kept ? words.text(kept.document.title) : plan, version, digest: kept?.digest ?? '' })]);
  }
  return rows;
};

const ruleRows = ({ rules }: CloseView, words: Words): Cells[] => {
  if (!rules) return [];
  const basis = (it: { basis: string | null }): string => it.basis ?? '–';
  return [
    ...rules.tables.map((it) => [words.t('closes.basisTable'), words.t('closes.basisTableText', { code: it.code, from: it.from, basis: basis(it), digest: it.digest })]),
    ...rules.validity.map((it) => {
      const told = { type: it.type, from: it.from, basis: basis(it) };
      return [words.t('closes.basisValidity'), it.months === null ? words.t('closes.basisNoLimit', told) : words.t('closes.basisValidityText', { ...told, count: it.months })];
    }),
    ...rules.proofs.map((it) => [words.t('closes.basisProof'), words.t('closes.basisProofText', { type: it.type, from: it.from, basis: basis(it) })]),
    [words.t('closes.basisDecisions'), words.t('closes.basisCountText', rules.decisions)],
    [words.t('closes.basisLicences'), words.t('closes.basisCountText', rules.licences)],
    ...rules.plugins.map((it) => [words.t('closes.basisPlugin'), `${it.id} ${it.version}`]),
  ];
};

const basisSheet = async (ctx: Ctx, frozen: FrozenClose, close: CloseView, words: Words): Promise<Sheet> => {
  const by = (it: CloseView['approved']): string | null => it && words.t('closes.basisBy', it);
  return {
    name: words.t('closes.sheetBasis'),
    columns: [{ heading: words.t('closes.sheetBasis'), width: 34 }, { heading: '', width: 110 }],
    rows: [
      [words.t('closes.period'), close.period],
      [words.t('closes.version'), close.number],
      [words.t('closes.cutOff'), words.date(close.cutOff)],
      [words.t('closes.state'), words.t(`closes.state-${close.state}`)],
      ...(close.reason === null ? [] : [[words.t('closes.basisReason'), close.reason]]),
      ...(await planRows(ctx, frozen, words)),
      ...ruleRows(close, words),
      ...(close.problems ? problemsInWords(close.problems, words).map((it) => [words.t('closes.basisProblems'), it]) : []),
      ...(close.data ? [[words.t('closes.basisData'), words.t('closes.basisDataText', { position: close.data.position, at: close.data.takenAt, digest: close.data.digest })]] : []),
      [words.t('closes.basisContent'), close.digest],
      ...(close.anchor ? [[words.t('closes.basisAnchor'), words.t('closes.basisAnchorText', close.anchor)]] : []),
      [words.t('closes.preparedBy'), by(close.prepared)],
      ...(close.approved ? [[words.t('closes.approvedBy'), by(close.approved)]] : []),
    ],
  };
};

export type PrintCloseFailure = Forbidden | UnknownClose | CloseNotFrozen;
export type PrintedClose = { close: CloseView; rows: number; scope: UnitScope };

/**
 * Prints a close into a workbook: its figures by target and by unit, and what they rest on. It holds nothing but what was frozen and the day's
 * words, so that the same close prints the same, whatever has changed since.
 */
export const printClose = async (ctx: Ctx, { close: reference, path, words, onRow = () => {} }: { close: string; path: string; words: Words; onRow?: () => void }): Promise<Result<PrintedClose, PrintCloseFailure>> => {
  const scope = permit(ctx, 'close.read');
  if (!scope.ok) return scope;
  const frozen = await frozenClose(ctx, reference);
  if (!frozen.ok) return frozen;
  const figures = await closeFigures(ctx, { close: frozen.value.close.id });
  if (!figures.ok) throw new Error(figures.failure.kind);
  const definitions = factDefinitions(ctx.registry);
  const sheets = [targetsSheet(figures.value.targets, definitions, words), unitsSheet(frozen.value, definitions, words), await basisSheet(ctx, frozen.value, figures.value.close, words)];
  const rows = sheets.reduce((sum, it) => sum + it.rows.length, 0);
  for (let row = 0; row < rows; row += 1) onRow();
  await writeSheets(path, sheets);
  return ok({ close: figures.value.close, rows, scope: scope.value });
};
