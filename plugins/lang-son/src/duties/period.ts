import { addDays, type IsoDate, isoDate } from '@saubac/domain/values';

/** Days of a duty as they are kept: from the first on and before `to`, the day after the last. */
export type Days = { from: string; to: string };

/** Whether two duties share a day. */
export const overlap = (a: Days, b: Days): boolean => a.from < b.to && b.from < a.to;

/** The last day of a duty. */
export const lastDayOf = ({ to }: Days): IsoDate => addDays(isoDate(to), -1);

/** What is kept as the end of a duty, given its last day. */
export const endAfter = (last: string): IsoDate => addDays(isoDate(last), 1);

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** How many days of a period a duty holds on; both days of the period count. */
export const daysWithin = (duty: Days, period: { from: string; to: string }): number => {
  const end = endAfter(period.to);
  const first = duty.from > period.from ? duty.from : period.from;
  const until = duty.to < end ? duty.to : end;
  return first < until ? dayNumber(until) - dayNumber(first) : 0;
};
