import { progressOf, sumOfCounts, type TargetCounts, type TargetProgress } from '../targets/index.ts';
import { type IsoDate, type UnitId, type UnitScope, rootsOn } from '../values/index.ts';
import { type Bits, hasBit, placesIn } from './bits.ts';
import type { FrozenSets, FrozenTarget, FrozenUnit } from './frozen.ts';

/** What was counted of the people of one unit itself, without those below it. Units of which nobody was counted have none. */
export type UnitFigures = { unit: number; counts: TargetCounts };

const noCounts = (): TargetCounts => sumOfCounts([]);

/** The figures of each unit's own people, by the sets behind them. */
export const figuresByUnit = (sets: FrozenSets, units: Uint16Array): UnitFigures[] => {
  const { denominator, reached, plain, focus, unknown } = sets;
  const found = new Map<number, TargetCounts>();
  const of = (place: number): TargetCounts => {
    const unit = units[place] ?? 0;
    const counts = found.get(unit) ?? noCounts();
    found.set(unit, counts);
    return counts;
  };
  for (const place of placesIn(denominator)) {
    const counts = of(place);
    const [met, level, inFocus] = [hasBit(reached, place), hasBit(plain ?? reached, place), focus !== null && hasBit(focus, place)];
    counts.denominator += 1;
    counts.numerator += Number(met);
    counts.plain += Number(level);
    counts.focusDenominator += Number(inFocus);
    counts.focusNumerator += Number(inFocus && met);
    counts.focusPlain += Number(inFocus && level);
  }
  for (const { fact, people } of unknown) {
    for (const place of placesIn(people)) {
      const counts = of(place);
      counts.unknown[fact] = (counts.unknown[fact] ?? 0) + 1;
    }
  }
  return [...found].map(([unit, counts]) => ({ unit, counts })).toSorted((a, b) => a.unit - b.unit);
};

/** The figures of a target over some units. */
export const figuresOver = (figures: readonly UnitFigures[], units: ReadonlySet<number> | 'all'): TargetCounts =>
  sumOfCounts(figures.filter((it) => units === 'all' || units.has(it.unit)).map((it) => it.counts));

/** The answer of a frozen target over some counts, as every screen shows it. */
export const answerOf = ({ code, milestone, goal, focus, extra }: FrozenTarget, counts: TargetCounts): TargetProgress =>
  progressOf({ id: code, milestone, goal, focus: focus ? true : null, extra: extra === 'none' ? null : true }, counts, extra === 'measured');

/**
 * The units of a close that a scope holds, by their places: those at and below its roots of the cut-off date, as the units stood then. What a
 * scope holds of the past (units that ended, whose legacy lies in it) is in its roots.
 */
export const readableUnits = (units: readonly FrozenUnit[], scope: UnitScope, cutOff: IsoDate): ReadonlySet<number> | 'all' => {
  if (scope.kind === 'everything') return 'all';
  const roots = new Set<UnitId>(rootsOn(scope, cutOff));
  const paths = units.filter((it) => roots.has(it.id)).map((it) => it.path);
  return new Set(units.flatMap((it, place) => (paths.some((path) => it.path.startsWith(path)) ? [place] : [])));
};

/** A unit with everybody below it, as rows of a table of units: its place, those that stand below it, and whether there are any. */
export type FrozenRow = { unit: number; below: ReadonlySet<number>; hasUnits: boolean };

const isReadable = (readable: ReadonlySet<number> | 'all', place: number): boolean => readable === 'all' || readable.has(place);

/** The units of a subtree that may be read; undefined where its top is not among them. */
export const subtreeOf = (units: readonly FrozenUnit[], readable: ReadonlySet<number> | 'all', code: string): { top: number; all: ReadonlySet<number> } | undefined => {
  const top = units.findIndex((it, place) => it.code === code && isReadable(readable, place));
  const path = units[top]?.path;
  return path === undefined ? undefined : { top, all: new Set(units.flatMap((it, place) => (it.path.startsWith(path) ? [place] : []))) };
};

/**
 * The rows directly below a unit (null: below nothing, or the highest that may be read). A unit whose managing unit did not exist stands below the
 * nearest one above it that did, so that everybody stands in exactly one row.
 */
export const rowsBelow = (units: readonly FrozenUnit[], readable: ReadonlySet<number> | 'all', top: number | null): FrozenRow[] => {
  const above = top === null ? '' : (units[top]?.path ?? '');
  const inside = units.flatMap((it, place) => (it.path !== above && it.path.startsWith(above) && isReadable(readable, place) ? [{ place, path: it.path }] : []));
  const sorted = inside.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const rows: { unit: number; path: string; below: Set<number> }[] = [];
  for (const { place, path } of sorted) {
    const last = rows.at(-1);
    if (last && path.startsWith(last.path)) last.below.add(place);
    else rows.push({ unit: place, path, below: new Set([place]) });
  }
  return rows.map(({ unit, below }) => ({ unit, below, hasUnits: below.size > 1 }));
};

/** Which of a target's people: those of the denominator, those who reached it, those who had not, its focus. */
export const closeSets = ['denominator', 'reached', 'missing', 'focus'] as const;
export type CloseSet = (typeof closeSets)[number];

/** The places of one set of a target within some units. */
export const peopleIn = ({ denominator, reached, focus }: FrozenSets, set: CloseSet, units: Uint16Array, within: ReadonlySet<number> | 'all'): number[] => {
  const test = (place: number): boolean => {
    if (set === 'reached') return hasBit(reached, place);
    if (set === 'missing') return !hasBit(reached, place);
    return set === 'denominator' || (focus !== null && hasBit(focus, place));
  };
  return [...placesIn(denominator as Bits)].filter((place) => test(place) && (within === 'all' || within.has(units[place] ?? -1)));
};
