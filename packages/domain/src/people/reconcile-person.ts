import type { IsoDate } from '../values/index.ts';
import { coalesced, isFree, periodBefore, periodOn, withoutRange, withRange, type Period, type PeriodEnd } from './periods.ts';
import { dayChanges, type FieldChange, reconcilePeriods, type ImportMode, type PeriodOutcome, type PeriodProblem, type StatedPeriod } from './reconcile-periods.ts';

/** What somebody is in one post: everything of an assignment but its days. Codes of unit and post; null is not known (of a post: none named). */
export type Posting = {
  unit: string; post: string | null; kind: string; rank: string | null; office: string | null; officeRank: number | null; leader: boolean | null;
};

/** A row of the people sheet of one person. The lists are stated by rows of a main post only; undefined: the row says nothing of that list. */
export type StatedPosting = StatedPeriod<Posting> & { main: boolean; planned: number | null | undefined; training: boolean | undefined };

/** What is kept of one person's career. */
export type Career = { main: Period<Posting>[]; concurrent: Period<Posting>[]; planned: Period<number>[]; training: Period<true>[] };

export type RowProblem = PeriodProblem | { column: 'planned_rank' | 'training_list'; kind: ListProblem } | { column: 'valid_from'; kind: 'outside-scope' };
type ListProblem = 'history-differs' | 'overlaps-known';

export type RowOutcome =
  | { row: number; kind: 'unchanged' | 'new' | 'changed'; fields: FieldChange[]; since: IsoDate | null }
  | { row: number; kind: 'refused'; problem: RowProblem };

type Rules = { on: IsoDate; mode: ImportMode };
type Lists = Pick<Career, 'planned' | 'training'>;

const columnOf: Readonly<Record<keyof Posting, string>> = {
  unit: 'unit_code', post: 'post_code', kind: 'kind', rank: 'rank_code', office: 'office', officeRank: 'office_rank', leader: 'leader',
};
const fieldsOf = Object.keys(columnOf) as (keyof Posting)[];

/** Whether two postings are the same in all that an assignment keeps. */
export const samePosting = (a: Posting, b: Posting): boolean => fieldsOf.every((it) => a[it] === b[it]);

const shown = (value: string | number | boolean | null | undefined): string | null => (value === null || value === undefined ? null : String(value));

const postingChanges = (before: Posting | undefined, after: Posting): FieldChange[] =>
  before ? fieldsOf.filter((it) => before[it] !== after[it]).map((it) => ({ column: columnOf[it], old: shown(before[it]), new: shown(after[it]) })) : [];

const placeOf = ({ unit, post }: Posting): string => JSON.stringify([unit, post]);

const grouped = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const it of items) groups.set(key(it), [...(groups.get(key(it)) ?? []), it]);
  return groups;
};

const reconcileConcurrent = (known: readonly Period<Posting>[], stated: readonly StatedPosting[], rules: Rules) => {
  const knownBy = grouped(known, ({ value }) => placeOf(value));
  const statedBy = grouped(stated, ({ value }) => placeOf(value));
  const results = [...new Set([...knownBy.keys(), ...statedBy.keys()])].map((place) =>
    reconcilePeriods(knownBy.get(place) ?? [], statedBy.get(place) ?? [], { ...rules, same: samePosting }),
  );
  return { periods: results.flatMap(({ periods }) => periods), outcomes: results.flatMap(({ outcomes }) => outcomes) };
};

// A concurrent post that becomes the main one is no longer held beside it.
const withoutMainPlaces = (concurrent: Period<Posting>[], main: readonly Period<Posting>[], stated: readonly StatedPosting[]): Period<Posting>[] => {
  const statedPlaces = new Set(stated.filter((it) => !it.main).map(({ value }) => placeOf(value)));
  return main.reduce((rest, it) => {
    const others = rest.filter(({ value }) => placeOf(value) !== placeOf(it.value) || statedPlaces.has(placeOf(value)));
    return [...others, ...withoutRange(rest.filter((other) => !others.includes(other)), it.from, it.to)];
  }, concurrent);
};

type ListOutcome<V> = { line: Period<V>[]; old: V | null; differs: boolean; refused: ListProblem | null };

// Whether a list is known to become something else, after a day but before an end, than one value throughout. A list that ended with the
// known post goes on when the post does.
const changesAfter = <V>(line: Period<V>[], [day, to]: [IsoDate, PeriodEnd], value: V | null, postEnd: PeriodEnd | undefined): boolean =>
  line.some((it) => {
    if (it.from > day && it.from < to) return it.value !== value;
    return value !== null && it.to > day && it.to < to && it.to !== postEnd && periodOn(line, it.to as IsoDate)?.value !== value;
  });

// A row that is new states its list for all its days. A known one speaks for one day, the effective date, or its last day if it ended
// before: what a list was on the other days of a long row nobody wrote down.
const listOutcome = <V>(line: Period<V>[], value: V | null | undefined, outcome: PeriodOutcome<Posting>, { on, mode }: Rules): ListOutcome<V> => {
  if (value === undefined) return { line, old: null, differs: false, refused: null };
  const same = { line, old: value, differs: false, refused: null };
  if (outcome.kind === 'refused') return same;
  const { period, since } = outcome;
  const ended = period.to <= on;
  const day = since ?? (period.from > on ? period.from : on);
  const old = (since === null && ended ? periodBefore(line, period.to as IsoDate) : periodOn(line, day))?.value ?? null;
  if (old === value && outcome.kind === 'unchanged') return same;
  if (old !== value && since === null && ended && mode !== 'correct') return { line, old, differs: true, refused: 'history-differs' };
  const from = since === null && mode === 'correct' && old !== value ? period.from : ended ? period.from : day;
  // What a later file said of a list is not overwritten by an older one.
  if (mode !== 'correct' && changesAfter(line, [since ?? from, period.to], value, outcome.kind === 'changed' ? outcome.before?.to : undefined)) return { line, old, differs: true, refused: 'overlaps-known' };
  return { line: withRange(line, since ?? from, period.to, value), old, differs: old !== value, refused: null };
};

const endOfService = (main: readonly Period<Posting>[]): string => main.reduce<string>((last, { to }) => (to > last ? to : last), '');

// Nobody stands on a list after the last day of the last main post.
const clipped = <V>(line: Period<V>[], end: string): Period<V>[] => (end === '' || end === 'infinity' ? line : withoutRange(line, end as IsoDate, 'infinity'));

const outcomeOf = (outcome: PeriodOutcome<Posting>, lists: FieldChange[], mode: ImportMode): RowOutcome => {
  if (outcome.kind === 'refused') return outcome;
  const posting = postingChanges(outcome.before?.value, outcome.period.value);
  // A changed value begins a row of its own, whose days say nothing of the row before, unless that one was rewritten.
  const days = posting.length === 0 || mode === 'correct' ? dayChanges(outcome.before, outcome.period) : [];
  const fields = [...posting, ...days, ...lists];
  return { row: outcome.row, kind: outcome.kind === 'unchanged' && fields.length > 0 ? 'changed' : outcome.kind, fields, since: outcome.since };
};

const applyLists = (lists: Lists, stated: StatedPosting, outcome: PeriodOutcome<Posting>, rules: Rules): { lists: Lists; outcome: RowOutcome } => {
  const planned = listOutcome(lists.planned, stated.planned, outcome, rules);
  const training = listOutcome<true>(lists.training, stated.training === undefined ? undefined : stated.training || null, outcome, rules);
  const refused = (column: 'planned_rank' | 'training_list', kind: ListProblem) => ({ lists, outcome: { row: stated.row, kind: 'refused', problem: { column, kind } } as const });
  if (planned.refused) return refused('planned_rank', planned.refused);
  if (training.refused) return refused('training_list', training.refused);
  const isNew = outcome.kind === 'new';
  const changes: FieldChange[] = [
    ...(planned.differs && !isNew ? [{ column: 'planned_rank', old: shown(planned.old), new: shown(stated.planned) }] : []),
    ...(training.differs && !isNew ? [{ column: 'training_list', old: shown(training.old ?? false), new: shown(stated.training) }] : []),
  ];
  return { lists: { planned: planned.line, training: training.line }, outcome: outcomeOf(outcome, changes, rules.mode) };
};

/**
 * Brings what is kept of one person's career to what the rows of a file state on its effective date: main posts in one line, concurrent
 * posts in a line per unit and post, the lists of planned and language-training in a line each. A refused row changes nothing.
 */
export const reconcilePerson = (known: Career, stated: readonly StatedPosting[], rules: Rules): { career: Career; outcomes: RowOutcome[] } => {
  const mainRows = stated.filter(({ main }) => main);
  const main = reconcilePeriods(known.main, mainRows, { ...rules, same: samePosting });
  const concurrent = reconcileConcurrent(known.concurrent, stated.filter((it) => !it.main), rules);
  let lists: Lists = { planned: coalesced(known.planned, Object.is), training: coalesced(known.training, Object.is) };
  const mainOutcomes = main.outcomes.map((outcome) => {
    const applied = applyLists(lists, mainRows.find(({ row }) => row === outcome.row)!, outcome, rules);
    lists = applied.lists;
    return applied.outcome;
  });
  const end = endOfService(main.periods);
  return {
    career: {
      main: main.periods,
      concurrent: withoutMainPlaces(concurrent.periods, main.periods, stated),
      planned: clipped(lists.planned, end),
      training: clipped(lists.training, end),
    },
    outcomes: [...mainOutcomes, ...concurrent.outcomes.map((it) => outcomeOf(it, [], rules.mode))],
  };
};

/** A career that ends on a day in some units: what departs from a complete list. Posts that would begin later are gone. */
export const departFrom = (known: Career, units: ReadonlySet<string>, on: IsoDate): Career => {
  const ended = (periods: readonly Period<Posting>[]) => periods.flatMap((it) => (units.has(it.value.unit) ? withoutRange([it], on, 'infinity') : [it]));
  const main = ended(known.main);
  const end = endOfService(main) || on;
  return { main, concurrent: ended(known.concurrent), planned: clipped(known.planned, end), training: clipped(known.training, end) };
};

/** Whether no day holds two main posts. */
export const hasOneMainPost = ({ main }: Career): boolean => main.every((it) => isFree(main, it.from, it.to, it));
