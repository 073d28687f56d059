import type { IsoDate } from '../values/index.ts';
import { coalesced, isFree, type Period, type PeriodEnd } from './periods.ts';
import { reconcilePeriods, type PeriodOutcome, type PeriodProblem, type PeriodRules, type StatedPeriod } from './reconcile-periods.ts';

/** What a unit is for some time; other units are named by their stable codes. */
export type UnitValue = {
  name: string; parent: string | null; officialCode: string | null; tier: string; bodyKind: string; field: string | null;
  needsLanguage: boolean | null; reportsTo: string | null; budgetsThrough: string | null;
};

/** The versions of every unit by its stable code. */
export type UnitHistory = ReadonlyMap<string, readonly Period<UnitValue>[]>;
export type StatedUnit = StatedPeriod<UnitValue> & { code: string };
export type UnitProblem = PeriodProblem | { column: string; kind: 'overlapping-rows' | 'unknown-unit' | 'unit-not-valid-then' | 'unit-circle' };
export type UnitOutcome = Exclude<PeriodOutcome<UnitValue>, { kind: 'refused' }> | { row: number; kind: 'refused'; problem: UnitProblem };
type Rules = Omit<PeriodRules<UnitValue>, 'same'>;

/** Whether two versions say the same of a unit. */
export const sameUnit = (a: UnitValue, b: UnitValue): boolean => (Object.keys(a) as (keyof UnitValue)[]).every((key) => a[key] === b[key]);

const refusedRow = (row: number, column: string, kind: Exclude<UnitProblem['kind'], PeriodProblem['kind']>): UnitOutcome => ({ row, kind: 'refused', problem: { column, kind } });

const overlappingRows = (rows: readonly StatedUnit[], on: IsoDate): StatedUnit[] => {
  const periods = rows.map((it) => ({ from: it.from ?? (it.to <= on ? ('0000-01-01' as IsoDate) : on), to: it.to, value: it }));
  return periods.filter((it) => !isFree(periods, it.from, it.to, it)).map(({ value }) => value);
};

const byCode = (stated: readonly StatedUnit[]): Map<string, StatedUnit[]> => Map.groupBy(stated, ({ code }) => code);

/** Brings the versions of units to what a file states; units it does not name stay. Rows of one unit that overlap each other are refused. */
export const reconcileUnits = (known: UnitHistory, stated: readonly StatedUnit[], rules: Rules): { units: UnitHistory; outcomes: UnitOutcome[] } => {
  const units = new Map(known);
  const outcomes: UnitOutcome[] = [];
  for (const [code, rows] of byCode(stated)) {
    const overlapping = overlappingRows(rows, rules.on);
    if (overlapping.length > 0) {
      outcomes.push(...overlapping.map(({ row }) => refusedRow(row, 'valid_from', 'overlapping-rows')));
      continue;
    }
    const result = reconcilePeriods(units.get(code) ?? [], rows, { ...rules, same: sameUnit });
    units.set(code, result.periods);
    outcomes.push(...result.outcomes);
  }
  return { units, outcomes };
};

/** A stretch of days on which a unit has one path: the codes from the root down, each followed by a slash. */
export type PathPeriod = Period<string>;
export type PathProblem = { code: string; column: 'parent_code'; kind: 'unknown-unit' | 'unit-not-valid-then' | 'unit-circle' };

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const earlier = (a: PeriodEnd, b: PeriodEnd): PeriodEnd => (a < b ? a : b);

const coversAll = (pieces: readonly PathPeriod[], from: IsoDate, to: PeriodEnd): boolean => {
  const [first, ...rest] = coalesced(pieces.map((it) => ({ ...it, value: '' })), Object.is);
  return first !== undefined && rest.length === 0 && first.from === from && first.to === to;
};

type Walk = { units: UnitHistory; below: readonly string[] };

const pathsWithin = ({ units, below }: Walk, code: string, from: IsoDate, to: PeriodEnd): PathPeriod[] | PathProblem['kind'] | 'below-circle' => {
  if (below.includes(code)) return below[0] === code ? 'unit-circle' : 'below-circle';
  const pieces: PathPeriod[] = [];
  for (const version of units.get(code) ?? []) {
    if (version.to <= from || to <= version.from) continue;
    const start = later(version.from, from);
    const end = earlier(version.to, to);
    const { parent } = version.value;
    const above = parent === null ? [{ from: start, to: end, value: '' }] : pathsWithin({ units, below: [...below, code] }, parent, start, end);
    if (typeof above === 'string') return above;
    if (parent !== null && !coversAll(above, start, end)) return units.has(parent) ? 'unit-not-valid-then' : 'unknown-unit';
    pieces.push(...above.map((it) => ({ from: it.from, to: it.to, value: `${it.value}${code}/` })));
  }
  return pieces;
};

/**
 * The paths of every unit on all days of its versions. A parent that moves gives its subtree new paths from that day. A parent that is
 * not known, or not valid on some day of the child, or its own ancestor, is a problem of the child.
 */
export const pathsOfUnits = (units: UnitHistory): { paths: Map<string, PathPeriod[]>; problems: PathProblem[] } => {
  const paths = new Map<string, PathPeriod[]>();
  const problems: PathProblem[] = [];
  for (const code of units.keys()) {
    const found = pathsWithin({ units, below: [] }, code, '0000-01-01' as IsoDate, 'infinity');
    // What hangs below a circle has no path either, but there is nothing to correct in it.
    if (found === 'below-circle') continue;
    if (typeof found === 'string') problems.push({ code, column: 'parent_code', kind: found });
    else paths.set(code, coalesced(found, Object.is));
  }
  return { paths, problems };
};

/** The nearest ancestor (the unit itself first) that a file states: the row to show a problem at. */
export const statedAncestor = (units: UnitHistory, stated: ReadonlySet<string>, code: string): string | undefined => {
  const seen = new Set<string>();
  for (let it: string | null | undefined = code; it && !seen.has(it); it = units.get(it)?.at(-1)?.value.parent) {
    if (stated.has(it)) return it;
    seen.add(it);
  }
  return undefined;
};
