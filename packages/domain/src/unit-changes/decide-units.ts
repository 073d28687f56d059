import { coalesced, pathsOfUnits, type PathPeriod, type Period, type PeriodEnd, periodOn, sameUnit, type UnitHistory, type UnitValue, withoutRange } from '../people/index.ts';
import type { IsoDate } from '../values/index.ts';
import type { ChangeRefusal, ChangeRefusalKind, UnitOperation } from './operation.ts';

/** Levels of government by their codes, with the days on which each exists. */
export type Tiers = ReadonlyMap<string, { from: string; to: string }>;

export type UnitSuccession = { from: string; to: string | null; on: IsoDate; kind: 'merge' | 'split' | 'abolish' };

/** Where those go who are in a unit when an operation takes effect, unless they are moved by name; `stay`: nobody has to go. */
export type Outflow = { row: number; unit: string; on: IsoDate; byPost: ReadonlyMap<string, string>; rest: { kind: 'to'; unit: string } | { kind: 'end' } | { kind: 'stay' } | { kind: 'nowhere' } };

/** Units as they are to be, and what else follows from the operations. */
export type DecidedUnits = { units: UnitHistory; paths: Map<string, PathPeriod[]>; successions: UnitSuccession[]; outflows: Outflow[]; refusals: ChangeRefusal[] };

type Work = { units: Map<string, readonly Period<UnitValue>[]>; known: UnitHistory; tiers: Tiers; successions: UnitSuccession[]; outflows: Outflow[]; refusals: ChangeRefusal[]; touched: Map<string, number>; ended: Map<string, { row: number; on: IsoDate; successor: string | null }>; idle: Map<number, string>; busy: Set<number> };

const refuse = (work: Work, { row }: { row: number }, column: string, kind: ChangeRefusalKind, params?: ChangeRefusal['params']): false => {
  work.refusals.push({ list: 'operations', row, column, kind, ...(params ? { params } : {}) });
  return false;
};

/** The version of a unit on the day of an operation; without one the operation is refused. */
const versionOn = (work: Work, it: UnitOperation, column: string, code: string): Period<UnitValue> | null => {
  const versions = work.units.get(code);
  const found = versions && periodOn(versions, it.on);
  if (found) return found;
  refuse(work, it, column, versions && versions.length > 0 ? 'unit-not-valid-then' : 'unknown-unit', { unit: code, on: it.on });
  return null;
};

const laterVersion = (work: Work, code: string, on: IsoDate): Period<UnitValue> | undefined => work.units.get(code)?.find(({ from }) => from > on);

const tierFits = (work: Work, it: UnitOperation, tier: string): boolean => {
  const known = work.tiers.get(tier);
  if (!known) return refuse(work, it, 'tier', 'unknown-tier', { tier });
  return it.on < known.to || refuse(work, it, 'tier', 'tier-not-valid-then', { tier, on: it.on });
};

/** Starts a version that differs from the one before; refused where a later version is known, which would be overwritten. */
const setFrom = (work: Work, it: UnitOperation, column: string, code: string, patch: Partial<UnitValue>): boolean => {
  const current = versionOn(work, it, column, code);
  if (!current) return false;
  const later = laterVersion(work, code, it.on);
  if (later) return refuse(work, it, column, 'later-change', { unit: code, on: later.from });
  const value = { ...current.value, ...patch };
  const before = periodOn(work.known.get(code) ?? [], it.on);
  if (before && sameUnit(value, before.value) && sameUnit(value, current.value)) {
    work.idle.set(it.row, code);
    return true;
  }
  work.busy.add(it.row);
  const { to } = current;
  work.units.set(code, coalesced([...withoutRange(work.units.get(code) ?? [], it.on, to), { from: it.on, to, value }], sameUnit));
  work.touched.set(code, work.touched.get(code) ?? it.row);
  return true;
};

/** A unit that takes over must be there on the day and must not be known to end. */
const takesOver = (work: Work, it: UnitOperation, column: string, code: string): boolean => {
  const current = versionOn(work, it, column, code);
  if (!current) return false;
  const last = work.units.get(code)?.at(-1)?.to ?? 'infinity';
  return last === 'infinity' || refuse(work, it, column, 'later-change', { unit: code, on: last });
};

const followedBy = (work: Work, it: UnitOperation, code: string, successor: string): void => {
  for (const [child, versions] of work.units) {
    if (periodOn(versions, it.on)?.value.parent === code && child !== successor) setFrom(work, it, 'unit', child, { parent: successor });
  }
};

/** Ends a unit; what stood directly below it goes to its successor, if it has one. */
const endAt = (work: Work, it: UnitOperation, column: string, code: string, successor: string | null): boolean => {
  const current = versionOn(work, it, column, code);
  if (!current) return false;
  const later = laterVersion(work, code, it.on);
  if (later) return refuse(work, it, column, 'later-change', { unit: code, on: later.from });
  if (current.to !== 'infinity') return refuse(work, it, column, 'later-change', { unit: code, on: current.to });
  const rest = withoutRange(work.units.get(code) ?? [], it.on, 'infinity');
  if (rest.length === 0) return refuse(work, it, column, 'ends-before-it-begins', { unit: code });
  if (successor !== null) followedBy(work, it, code, successor);
  work.units.set(code, rest);
  work.touched.set(code, it.row);
  work.ended.set(code, { row: it.row, on: it.on, successor });
  return true;
};

const noPosts: ReadonlyMap<string, string> = new Map();

const steps: { [Kind in UnitOperation['op']]: (work: Work, it: Extract<UnitOperation, { op: Kind }>) => void } = {
  establish: (work, it) => {
    if ((work.units.get(it.unit)?.length ?? 0) > 0) return void refuse(work, it, 'unit', 'code-taken', { unit: it.unit });
    if (!tierFits(work, it, it.value.tier)) return;
    work.units.set(it.unit, [{ from: it.on, to: 'infinity', value: it.value }]);
    work.touched.set(it.unit, it.row);
  },
  merge: (work, it) => {
    if (it.units.includes(it.into)) return void refuse(work, it, 'into', 'merges-into-itself', { unit: it.into });
    if (it.units.length === 0) return void refuse(work, it, 'unit', 'nothing-stated');
    if (!takesOver(work, it, 'into', it.into)) return;
    for (const code of it.units) {
      if (!endAt(work, it, 'unit', code, it.into)) continue;
      work.successions.push({ from: code, to: it.into, on: it.on, kind: 'merge' });
      work.outflows.push({ row: it.row, unit: code, on: it.on, byPost: noPosts, rest: { kind: 'to', unit: it.into } });
    }
  },
  split: (work, it) => {
    const parts = it.into.filter((code) => code !== it.unit);
    if (parts.length === 0) return void refuse(work, it, 'into', 'no-parts');
    const strangers = [it.successor, ...it.byPost.map(({ to }) => to)].filter((code) => code !== null && !parts.includes(code) && !(it.goesOn && code === it.unit));
    if (strangers[0] !== undefined) return void refuse(work, it, 'successor', 'successor-not-a-part', { unit: strangers[0] ?? '' });
    if (!parts.map((code) => takesOver(work, it, 'into', code)).every(Boolean)) return;
    if (it.goesOn ? !versionOn(work, it, 'unit', it.unit) : !endAt(work, it, 'unit', it.unit, it.successor)) return;
    for (const to of parts) work.successions.push({ from: it.unit, to, on: it.on, kind: 'split' });
    const rest: Outflow['rest'] = it.successor !== null && it.successor !== it.unit ? { kind: 'to', unit: it.successor } : { kind: it.goesOn ? 'stay' : 'nowhere' };
    work.outflows.push({ row: it.row, unit: it.unit, on: it.on, byPost: new Map(it.byPost.map(({ post, to }) => [post, to])), rest });
  },
  move: (work, it) => {
    if (it.parent !== null && !versionOn(work, it, 'parent', it.parent)) return;
    setFrom(work, it, 'unit', it.unit, { parent: it.parent });
  },
  abolish: (work, it) => {
    if (it.successor !== null && !it.successors.includes(it.successor)) return void refuse(work, it, 'successor', 'successor-not-a-part', { unit: it.successor });
    if (it.successors.includes(it.unit)) return void refuse(work, it, 'into', 'merges-into-itself', { unit: it.unit });
    if (!it.successors.map((code) => takesOver(work, it, 'into', code)).every(Boolean)) return;
    if (!endAt(work, it, 'unit', it.unit, it.successor)) return;
    for (const to of it.successors.length > 0 ? it.successors : [null]) work.successions.push({ from: it.unit, to, on: it.on, kind: 'abolish' });
    const rest: Outflow['rest'] = it.successor !== null ? { kind: 'to', unit: it.successor } : { kind: it.endPosts ? 'end' : 'nowhere' };
    work.outflows.push({ row: it.row, unit: it.unit, on: it.on, byPost: noPosts, rest });
  },
  rename: (work, it) => {
    const stated = Object.fromEntries(Object.entries(it.traits).filter(([, value]) => value !== undefined)) as Partial<UnitValue>;
    if (Object.keys(stated).length === 0) return void refuse(work, it, 'name', 'nothing-stated');
    if (stated.tier !== undefined && !tierFits(work, it, stated.tier)) return;
    setFrom(work, it, 'unit', it.unit, stated);
  },
  line: (work, it) => {
    if (it.to !== null && !versionOn(work, it, 'to', it.to)) return;
    const key = ({ manages: 'parent', 'reports-to': 'reportsTo', 'budgets-through': 'budgetsThrough' } as const)[it.line];
    setFrom(work, it, 'unit', it.unit, { [key]: it.to });
  },
};

const step = <Kind extends UnitOperation['op']>(work: Work, it: Extract<UnitOperation, { op: Kind }>): void => (steps[it.op as Kind] as (work: Work, it: Extract<UnitOperation, { op: Kind }>) => void)(work, it);

// Lines that would lead to a unit that is no more lead to its successor, or end with it.
const mendLines = (work: Work): void => {
  for (const [code, versions] of work.units) {
    for (const key of ['reportsTo', 'budgetsThrough'] as const) {
      const stale = versions.some(({ to, value }) => value[key] !== null && (work.ended.get(value[key])?.on ?? 'infinity') < to);
      if (!stale) continue;
      const mended = (work.units.get(code) ?? []).flatMap((version): Period<UnitValue>[] => {
        const end = version.value[key] === null ? undefined : work.ended.get(version.value[key]);
        if (!end || end.on >= version.to) return [version];
        const after = { from: end.on > version.from ? end.on : version.from, to: version.to, value: { ...version.value, [key]: end.successor } };
        return version.from < end.on ? [{ ...version, to: end.on as PeriodEnd }, after] : [after];
      });
      work.units.set(code, coalesced(mended, sameUnit));
    }
  }
};

const pathRefusals = (work: Work): Map<string, PathPeriod[]> => {
  const { paths, problems } = pathsOfUnits(work.units);
  if (problems.length === 0) return paths;
  const before = new Set(pathsOfUnits(work.known).problems.map(({ code }) => code));
  for (const { code, kind } of problems) {
    if (before.has(code)) continue;
    const parent = work.units.get(code)?.at(-1)?.value.parent ?? '';
    const own = work.touched.get(code);
    const row = own ?? work.ended.get(parent)?.row ?? 0;
    if (kind === 'unit-circle') refuse(work, { row }, 'parent', kind, { unit: code });
    else refuse(work, { row }, own === undefined ? 'unit' : 'parent', kind === 'unknown-unit' ? kind : 'outlives-parent', { unit: kind === 'unknown-unit' ? parent : code, parent });
  }
  return paths;
};

/**
 * What operations make of the units: new dated versions from the day of each, never another past. They are done in the order of their
 * days, and of their rows on one day. The batch is judged as a whole: every refusal names its row, and with one of them nothing holds.
 */
export const decideUnits = (known: UnitHistory, operations: readonly UnitOperation[], tiers: Tiers): DecidedUnits => {
  const work: Work = { units: new Map(known), known, tiers, successions: [], outflows: [], refusals: [], touched: new Map(), ended: new Map(), idle: new Map(), busy: new Set() };
  for (const it of operations.toSorted((a, b) => (a.on === b.on ? a.row - b.row : a.on < b.on ? -1 : 1))) step(work, it);
  mendLines(work);
  // One row may ask for several things, of which some are so already.
  for (const [row, unit] of work.idle) if (!work.busy.has(row)) refuse(work, { row }, 'unit', 'nothing-changes', { unit });
  const paths = work.refusals.length > 0 ? new Map<string, PathPeriod[]>() : pathRefusals(work);
  return { units: work.units, paths, successions: work.successions, outflows: work.outflows, refusals: work.refusals };
};
