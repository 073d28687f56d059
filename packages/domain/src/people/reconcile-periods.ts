import { addDays, type IsoDate } from '../values/index.ts';
import { daysInWords } from './date-cell.ts';
import { isFree, periodBefore, periodOn, startsOfChain, withoutRange, type Period, type PeriodEnd } from './periods.ts';

/** A row of a file: a value with the days it states. A blank start is left to the effective date and to what is known. */
export type StatedPeriod<V> = { row: number; from: IsoDate | null; to: PeriodEnd; value: V };

/** How a changed value is taken: as new from the effective date, or as what was always right. */
export type ImportMode = 'from-effective-date' | 'correct';

export type PeriodRules<V> = { on: IsoDate; mode: ImportMode; same: (a: V, b: V) => boolean };

type Days = { from: IsoDate; to: PeriodEnd };
export type PeriodProblem =
  | { column: 'valid_from' | 'valid_to'; kind: 'start-missing' | 'earlier-start' | 'later-start' | 'history-differs' }
  | { column: 'valid_from' | 'valid_to'; kind: 'overlaps-recorded'; recorded: Days };

/** What the words for a problem need besides its kind: the days of what is recorded, first and last, as they are written. */
export const problemParams = (problem: { kind: string; recorded?: Days }): { params?: { days: string } } =>
  problem.recorded ? { params: { days: daysInWords(problem.recorded) } } : {};

/**
 * What became of a stated row: the period it now is, and `since` when its value newly holds (null: nothing new but perhaps its end).
 * `before` is the known period that it changed or took the place of.
 */
export type PeriodOutcome<V> =
  | { row: number; kind: 'unchanged' | 'new' | 'changed'; period: Period<V>; since: IsoDate | null; before?: Period<V> }
  | { row: number; kind: 'refused'; problem: PeriodProblem };

/** A field whose value a row changed; null where there was or is none. */
export type FieldChange = { column: string; old: string | null; new: string | null };

const lastDay = (to: PeriodEnd): string | null => (to === 'infinity' ? null : addDays(to, -1));

/** Which days of a period a row changed, last days inclusive as in the workbook. */
export const dayChanges = (before: Pick<Period<unknown>, 'from' | 'to'> | undefined, after: Pick<Period<unknown>, 'from' | 'to'>): FieldChange[] =>
  before
    ? [
        ...(before.from === after.from ? [] : [{ column: 'valid_from', old: before.from, new: after.from }]),
        ...(before.to === after.to ? [] : [{ column: 'valid_to', old: lastDay(before.to), new: lastDay(after.to) }]),
      ]
    : [];

type Work<V> = { periods: Period<V>[]; rules: PeriodRules<V> };

const refused = <V>(row: number, column: PeriodProblem['column'], kind: Exclude<PeriodProblem['kind'], 'overlaps-recorded'>): PeriodOutcome<V> => ({ row, kind: 'refused', problem: { column, kind } });

// A row without a last day is blamed at its first one: there is nothing to correct in a blank cell.
const overlaps = <V>(work: Work<V>, stated: StatedPeriod<V>, { column, from, except }: { column: PeriodProblem['column']; from: IsoDate; except?: Period<V> }): PeriodOutcome<V> => {
  const other = work.periods.find((it) => it !== except && it.from < stated.to && from < it.to)!;
  const recorded = { from: other.from, to: other.to };
  return { row: stated.row, kind: 'refused', problem: { column: stated.to === 'infinity' ? 'valid_from' : column, kind: 'overlaps-recorded', recorded } };
};

const replaced = <V>(work: Work<V>, period: Period<V>, change: Partial<Period<V>>): Period<V> => {
  const next = { ...period, ...change };
  work.periods = [...work.periods.filter((it) => it !== period), next];
  return next;
};

const added = <V>(work: Work<V>, from: IsoDate, { to, value }: StatedPeriod<V>): Period<V> => {
  const period = { from, to, value };
  work.periods = [...work.periods, period];
  return period;
};

// Correcting rewrites what stands in the way; otherwise what is known is never overwritten by a row that says something else.
const madeRoom = <V>(work: Work<V>, from: IsoDate, to: PeriodEnd, except?: Period<V>): boolean => {
  if (isFree(work.periods, from, to, except)) return true;
  if (work.rules.mode !== 'correct') return false;
  work.periods = withoutRange(work.periods, from, to, except);
  return true;
};

// A file goes on stating the day on which somebody began, although a change of value has started a new row since: it says nothing new.
const isKnownStart = <V>(work: Work<V>, period: Period<V>, from: IsoDate | null): boolean =>
  from === null || from === period.from || (work.rules.mode !== 'correct' && startsOfChain(work.periods, period).has(from));

const withEnd = <V>(work: Work<V>, stated: StatedPeriod<V>, period: Period<V>): PeriodOutcome<V> => {
  if (period.to === stated.to) return { row: stated.row, kind: 'unchanged', period, since: null };
  if (period.to < stated.to && !madeRoom(work, period.to as IsoDate, stated.to, period)) return overlaps(work, stated, { column: 'valid_to', from: period.to as IsoDate, except: period });
  return { row: stated.row, kind: 'changed', period: replaced(work, period, { to: stated.to }), since: null, before: period };
};

const inserted = <V>(work: Work<V>, stated: StatedPeriod<V>, from: IsoDate): PeriodOutcome<V> =>
  madeRoom(work, from, stated.to)
    ? { row: stated.row, kind: 'new', period: added(work, from, stated), since: from }
    : overlaps(work, stated, { column: 'valid_from', from });

const overwritten = <V>(work: Work<V>, stated: StatedPeriod<V>, period: Period<V>): PeriodOutcome<V> => {
  const from = stated.from ?? period.from;
  madeRoom(work, from, stated.to, period);
  return { row: stated.row, kind: 'changed', period: replaced(work, period, { from, to: stated.to, value: stated.value }), since: from, before: period };
};

const takeEnded = <V>(work: Work<V>, stated: StatedPeriod<V>): PeriodOutcome<V> => {
  const { same, mode } = work.rules;
  const last = periodBefore(work.periods, stated.to as IsoDate);
  if (last && same(last.value, stated.value) && isKnownStart(work, last, stated.from)) return withEnd(work, stated, last);
  if (stated.from === null) return refused(stated.row, 'valid_from', 'start-missing');
  const atStart = work.periods.find(({ from }) => from === stated.from);
  if (!atStart) return inserted(work, stated, stated.from);
  return mode === 'correct' ? overwritten(work, stated, atStart) : refused(stated.row, 'valid_from', 'history-differs');
};

const takeSameValue = <V>(work: Work<V>, stated: StatedPeriod<V>, current: Period<V>): PeriodOutcome<V> => {
  if (isKnownStart(work, current, stated.from)) return withEnd(work, stated, current);
  if (work.rules.mode === 'correct') return overwritten(work, stated, current);
  return refused(stated.row, 'valid_from', stated.from! < current.from ? 'earlier-start' : 'later-start');
};

const takeNewValue = <V>(work: Work<V>, stated: StatedPeriod<V>, current: Period<V>): PeriodOutcome<V> => {
  if (work.rules.mode === 'correct') return overwritten(work, stated, current);
  const known = isKnownStart(work, current, stated.from);
  if (!known && stated.from! < current.from) return refused(stated.row, 'valid_from', 'earlier-start');
  const { on } = work.rules;
  const since = !known ? stated.from! : current.from > on ? current.from : on;
  if (!isFree(work.periods, since, stated.to, current)) return overlaps(work, stated, { column: 'valid_to', from: since, except: current });
  const outcome = { row: stated.row, kind: 'changed', since, before: current } as const;
  if (since === current.from) return { ...outcome, period: replaced(work, current, { to: stated.to, value: stated.value }) };
  replaced(work, current, { to: since });
  return { ...outcome, period: added(work, since, stated) };
};

const takeOpen = <V>(work: Work<V>, stated: StatedPeriod<V>): PeriodOutcome<V> => {
  const day = stated.from !== null && stated.from > work.rules.on ? stated.from : work.rules.on;
  const current = periodOn(work.periods, day);
  if (!current) return inserted(work, stated, stated.from ?? day);
  return work.rules.same(current.value, stated.value) ? takeSameValue(work, stated, current) : takeNewValue(work, stated, current);
};

/**
 * Brings one line of periods (the versions of a unit, the main posts of a person) to what a file states on its effective date. Rows that
 * ended before that date are history; open rows are compared with what is current on it. What the file does not state stays. The stated
 * rows must not overlap each other.
 */
export const reconcilePeriods = <V>(
  known: readonly Period<V>[],
  stated: readonly StatedPeriod<V>[],
  rules: PeriodRules<V>,
): { periods: Period<V>[]; outcomes: PeriodOutcome<V>[] } => {
  const work: Work<V> = { periods: [...known], rules };
  const start = ({ from }: StatedPeriod<V>): IsoDate => from ?? rules.on;
  const ended = stated.filter(({ to }) => to <= rules.on).sort((a, b) => (a.to < b.to ? -1 : 1));
  const open = stated.filter(({ to }) => to > rules.on).sort((a, b) => (start(a) < start(b) ? -1 : 1));
  const outcomes = [...ended.map((it) => takeEnded(work, it)), ...open.map((it) => takeOpen(work, it))];
  return { periods: [...work.periods].sort((a, b) => (a.from < b.from ? -1 : 1)), outcomes };
};
