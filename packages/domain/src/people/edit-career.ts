import { fail, type IsoDate, ok, type Result } from '../values/index.ts';
import { coalesced, type Period, type PeriodEnd, withoutRange, withRange } from './periods.ts';
import { type Career, type Posting, samePosting } from './reconcile-person.ts';

/** Days of a post or a list; `to` is the first day it no longer holds. */
export type Days = { from: IsoDate; to: PeriodEnd };

export type NewPost = Days & { main: boolean; value: Posting };

export type CareerRefusal =
  | { kind: 'ends-before-start'; from: IsoDate }
  | { kind: 'unknown-assignment' }
  /** A main post is held on one of these days already. */
  | ({ kind: 'overlaps-main-post'; unit: string } & Days)
  /** The same post in the same unit is held on one of these days already. */
  | ({ kind: 'overlaps-same-post'; unit: string } & Days)
  /** The day lies outside the days of the post that is to change or end. */
  | ({ kind: 'day-outside-post' } & Days)
  /** Nobody stands on a list after the last day of his last main post. */
  | { kind: 'not-in-service' };

type Edited = Result<Career, CareerRefusal>;

const samePlace = (a: Posting, b: Posting): boolean => a.unit === b.unit && a.post === b.post;
const meet = (a: Days, b: Days): boolean => a.from < b.to && b.from < a.to;

/** The first day after the last main post: `''` if there never was one. */
const endOfService = ({ main }: Career): PeriodEnd | '' => main.reduce<PeriodEnd | ''>((last, { to }) => (to > last ? to : last), '');

const withinService = (career: Career): Career => {
  const end = endOfService(career);
  if (end === '' || end === 'infinity') return career;
  return { ...career, planned: withoutRange(career.planned, end, 'infinity'), training: withoutRange(career.training, end, 'infinity') };
};

/** Why a post can not stand in a career on its days, beside all others but `except`. */
const obstacle = (career: Career, { main, value, ...days }: NewPost, except?: Period<Posting>): CareerRefusal | undefined => {
  if (days.to <= days.from) return { kind: 'ends-before-start', from: days.from };
  const others = (line: readonly Period<Posting>[]) => line.filter((it) => it !== except && meet(it, days));
  const [rival] = main ? others(career.main) : [];
  if (rival) return { kind: 'overlaps-main-post', unit: rival.value.unit, from: rival.from, to: rival.to };
  const [twin] = [...others(career.concurrent), ...(main ? [] : others(career.main))].filter((it) => samePlace(it.value, value));
  return twin && { kind: 'overlaps-same-post', unit: twin.value.unit, from: twin.from, to: twin.to };
};

const inLine = (career: Career, main: boolean, change: (line: Period<Posting>[]) => Period<Posting>[]): Career => {
  const line = main ? 'main' : 'concurrent';
  return { ...career, [line]: change(career[line]).toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
};

/** A post of a career by the id of its row, and in which line it stands. */
export const postingById = (career: Career, id: string): { main: boolean; period: Period<Posting> } | undefined => {
  const main = career.main.find((it) => it.id === id);
  const period = main ?? career.concurrent.find((it) => it.id === id);
  return period && { main: main !== undefined, period };
};

/** Begins a post: a main one on days without any other main post, a concurrent one beside the others. `id` is that of its row. */
export const startPost = (career: Career, post: NewPost, id: string): Edited => {
  const refusal = obstacle(career, post);
  const { from, to, value } = post;
  return refusal ? fail(refusal) : ok(inLine(career, post.main, (line) => [...line, { id, from, to, value }]));
};

/** How a post changes: from a day on (`from`), or as it should always have stood (`correct`), with its days if they were wrong. */
export type PostChange = { assignment: string; value: Posting } & ({ from: IsoDate } | { correct: Partial<Days> });

const rewrite = (career: Career, { main, period }: { main: boolean; period: Period<Posting> }, value: Posting, days: Partial<Days>): Edited => {
  const { from = period.from, to = period.to } = days;
  const refusal = obstacle(career, { main, value, from, to }, period);
  if (refusal) return fail(refusal);
  return ok(withinService(inLine(career, main, (line) => line.map((it) => (it === period ? { ...it, from, to, value } : it)))));
};

/**
 * Changes a post. A new value from a day starts a new row, `id`, that ends when the post would have ended; the row before it ends the day
 * before. From the post's own first day, and to correct, the row itself is rewritten.
 */
export const changePost = (career: Career, change: PostChange, id: string): Edited => {
  const found = postingById(career, change.assignment);
  if (!found) return fail({ kind: 'unknown-assignment' });
  const { main, period } = found;
  const { value } = change;
  if ('correct' in change) return rewrite(career, found, value, change.correct);
  const { from } = change;
  if (from < period.from || from >= period.to) return fail({ kind: 'day-outside-post', from: period.from, to: period.to });
  if (samePosting(period.value, value)) return ok(career);
  if (from === period.from) return rewrite(career, found, value, {});
  const refusal = obstacle(career, { main, value, from, to: period.to }, period);
  if (refusal) return fail(refusal);
  return ok(inLine(career, main, (line) => line.flatMap((it) => (it === period ? [{ ...it, to: from }, { id, from, to: it.to, value }] : [it]))));
};

/** Ends a post before a day on which it is held; the lists end with the last main post. */
export const endPost = (career: Career, assignment: string, to: IsoDate): Edited => {
  const found = postingById(career, assignment);
  if (!found) return fail({ kind: 'unknown-assignment' });
  const { main, period } = found;
  if (to <= period.from || to > period.to) return fail({ kind: 'day-outside-post', from: period.from, to: period.to });
  return ok(withinService(inLine(career, main, (line) => line.map((it) => (it === period ? { ...it, to } : it)))));
};

const setList = (career: Career, { from, to }: Days, change: (career: Career) => Career): Edited => {
  if (to <= from) return fail({ kind: 'ends-before-start', from });
  const end = endOfService(career);
  return end === '' || from >= end ? fail({ kind: 'not-in-service' }) : ok(withinService(change(career)));
};

/** Plans somebody for an office of a rank on some days, or (null) no longer; what the list said of other days stays. */
export const planForOffice = (career: Career, days: Days, rank: number | null): Edited =>
  setList(career, days, (it) => ({ ...it, planned: withRange(coalesced(it.planned, Object.is), days.from, days.to, rank) }));

/** Puts somebody on the language-training list on some days, or takes him off it; what the list said of other days stays. */
export const listForTraining = (career: Career, days: Days, listed: boolean): Edited =>
  setList(career, days, (it) => ({ ...it, training: withRange(coalesced(it.training, Object.is), days.from, days.to, listed || null) }));
