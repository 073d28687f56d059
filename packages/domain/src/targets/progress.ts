import { headsMissing, type IsoDate, percentOf, type Share } from '../values/index.ts';

/**
 * How a target stands.
 * - `measured`: the figures answer the target. `empty`: nobody is in the cohort, which is neither 0 % nor 100 %.
 * - `not-yet-measurable`: its second condition has no list of proofs yet; the figures are those of the level alone.
 * - `unavailable`: a fact it needs can't be had (its plugin is off or failed).
 * - `met`, `no-evidence`: of a target without a percentage.
 */
export type TargetStatus = 'measured' | 'empty' | 'not-yet-measurable' | 'unavailable' | 'met' | 'no-evidence';

/** What was counted for one target. The plain numerators are those without the second condition. */
export type TargetCounts = {
  denominator: number;
  numerator: number;
  plain: number;
  focusDenominator: number;
  focusNumerator: number;
  focusPlain: number;
  unknown: Record<string, number>;
};

const sumOfRecords = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));

/** What was counted of people who are in no two of these counts: of the units below one, say. */
export const sumOfCounts = (all: readonly TargetCounts[]): TargetCounts =>
  all.reduce(
    (sum, it) => ({
      denominator: sum.denominator + it.denominator,
      numerator: sum.numerator + it.numerator,
      plain: sum.plain + it.plain,
      focusDenominator: sum.focusDenominator + it.focusDenominator,
      focusNumerator: sum.focusNumerator + it.focusNumerator,
      focusPlain: sum.focusPlain + it.focusPlain,
      unknown: sumOfRecords(sum.unknown, it.unknown),
    }),
    { denominator: 0, numerator: 0, plain: 0, focusDenominator: 0, focusNumerator: 0, focusPlain: 0, unknown: {} },
  );

export type Part = { denominator: number; numerator: number; percent: number | null };

/** The answer for one target on one date, as every screen, sheet and command shows it. Percent has two decimals; null is "no such figure". */
export type TargetProgress = {
  target: string;
  milestone: IsoDate;
  denominator: number | null;
  numerator: number | null;
  percent: number | null;
  goalPercent: number | null;
  missing: number | null;
  focus: Part | null;
  /** The figures of the level alone, for a target with a second condition. */
  levelAlone: (Part & { missing: number }) | null;
  /** How many people might belong to the cohort but for a fact that is not known, by fact. */
  unknown: Record<string, number>;
  status: TargetStatus;
};

const part = (numerator: number, denominator: number): Part => ({ denominator, numerator, percent: percentOf(numerator, denominator) });

const withoutFigures = (target: { id: string; milestone: IsoDate }, status: TargetStatus, goalPercent: number | null): TargetProgress => ({
  target: target.id,
  milestone: target.milestone,
  denominator: null,
  numerator: null,
  percent: null,
  goalPercent,
  missing: null,
  focus: null,
  levelAlone: null,
  unknown: {},
  status,
});

type Shown = { id: string; milestone: IsoDate; goal: Share; focus: unknown; extra: unknown };

/** The answer for a counted target. `extraMeasurable` says whether its second condition has any proof to be measured by. */
export const progressOf = (target: Shown, counts: TargetCounts, extraMeasurable: boolean): TargetProgress => {
  const waiting = target.extra !== null && !extraMeasurable;
  const numerator = waiting ? counts.plain : counts.numerator;
  const { denominator, plain } = counts;
  return {
    target: target.id,
    milestone: target.milestone,
    ...part(numerator, denominator),
    goalPercent: target.goal / 100,
    missing: headsMissing(denominator, numerator, target.goal),
    focus: target.focus === null ? null : part(waiting ? counts.focusPlain : counts.focusNumerator, counts.focusDenominator),
    levelAlone: target.extra === null ? null : { ...part(plain, denominator), missing: headsMissing(denominator, plain, target.goal) },
    unknown: Object.fromEntries(Object.entries(counts.unknown).filter(([, count]) => count > 0)),
    status: denominator === 0 ? 'empty' : waiting ? 'not-yet-measurable' : 'measured',
  };
};

/** The answer for a counted target one of whose facts can't be had: no figure at all, never 0 %. */
export const unavailable = (target: { id: string; milestone: IsoDate; goal: Share }): TargetProgress =>
  withoutFigures(target, 'unavailable', target.goal / 100);

/** The answer for a target met by evidence. */
export const evidenceProgress = (target: { id: string; milestone: IsoDate }, hasEvidence: boolean): TargetProgress =>
  withoutFigures(target, hasEvidence ? 'met' : 'no-evidence', null);
