import { addDays, addMonths, type IsoDate, parseIsoDate } from '@saubac/domain/values';
import type { UnitDay } from './queries.ts';

/** The days that the slider reaches from and to. */
export type TimeRange = { first: IsoDate; last: IsoDate };

/** A day of change on the slider: where (0 to 1) and how much happened, `large` where it is much more than on other days. */
export type TimeMark = { on: IsoDate; at: number; large: boolean };

const dayMs = 86_400_000;
const dayNumber = (day: IsoDate): number => Date.parse(day) / dayMs;

/** Days from one to another. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

const day = (on: string): IsoDate => parseIsoDate(on) as IsoDate;

/** How much a day changed. */
export const sizeOf = ({ began, ended, changed }: UnitDay): number => began + ended + changed;

const marginMonths = 6;

// The day on which all that is known begins may be decades before anything happened, of which the line would show nothing.
const yearsBefore = 5;

/**
 * From when to when the slider goes: from the first change, or some years before the second where long nothing happened in between, to after
 * the last change and after today. It always holds the day that is shown.
 */
export const timeRange = (days: readonly UnitDay[], today: IsoDate, on: IsoDate): TimeRange => {
  const [begin, second] = days;
  const lately = addMonths(second ? day(second.on) : today, -12 * yearsBefore);
  const first = begin && day(begin.on) > lately ? day(begin.on) : lately;
  const lastChange = day(days.at(-1)?.on ?? today);
  const last = addMonths(lastChange > today ? lastChange : today, marginMonths);
  return { first: on < first ? on : first, last: on > last ? on : last };
};

const place = ({ first, last }: TimeRange, on: IsoDate): number => (last === first ? 0 : Math.min(1, Math.max(0, daysBetween(first, on) / daysBetween(first, last))));

/** Where a day stands, 0 at the beginning and 1 at the end. */
export const placeOf = place;

const largeShare = 0.2;

/** The days of change on the slider. */
export const timeMarks = (days: readonly UnitDay[], range: TimeRange): TimeMark[] => {
  const most = Math.max(0, ...days.map(sizeOf));
  return days.filter((it) => it.on >= range.first).map((it) => ({ on: day(it.on), at: place(range, day(it.on)), large: sizeOf(it) >= most * largeShare }));
};

/** How near to a mark, as a part of the whole, a pointer takes the mark's day. */
const snap = 0.008;

/** The day under a pointer: that of a mark where one is near. */
export const dayAt = (marks: readonly TimeMark[], range: TimeRange, at: number): IsoDate => {
  const [nearest] = marks.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
  if (nearest && Math.abs(nearest.at - at) <= snap) return nearest.on;
  return addDays(range.first, Math.round(Math.min(1, Math.max(0, at)) * daysBetween(range.first, range.last)));
};

/** The day of change before or after a day. */
export const nextChange = (days: readonly UnitDay[], on: IsoDate, way: 1 | -1): IsoDate | undefined => {
  const found = way === 1 ? days.find((it) => it.on > on) : days.findLast((it) => it.on < on);
  return found && day(found.on);
};

/** The day that a key of the slider leads to: arrows a day, with shift or by page a month, by Home and End to the ends. Undefined for other keys. */
export const dayByKey = (key: string, shift: boolean, on: IsoDate, { first, last }: TimeRange): IsoDate | undefined => {
  const within = (it: IsoDate): IsoDate => (it < first ? first : it > last ? last : it);
  const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
  if (step !== undefined) return within(shift ? addMonths(on, step) : addDays(on, step));
  const page = { PageUp: 1, PageDown: -1 }[key];
  if (page !== undefined) return within(addMonths(on, page));
  return { Home: first, End: last }[key];
};

const mostYears = 12;

/** The years that are written under the slider: each, or every so many where there are more than fit. */
export const yearsOf = (range: TimeRange): { year: number; at: number }[] => {
  const [from, to] = [Number(range.first.slice(0, 4)) + 1, Number(range.last.slice(0, 4))];
  const every = Math.max(1, Math.ceil((to - from + 1) / mostYears));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
    .filter((year) => (to - year) % every === 0)
    .map((year) => ({ year, at: place(range, day(`${year}-01-01`)) }));
};
