import { addDays, type IsoDate } from '../values/index.ts';

/**
 * Days that differ from the week. `off`: public holidays with the days taken in lieu (Labour Code 2019, Article 112, and the yearly notice of
 * the Prime Minister). `worked`: Saturdays and Sundays that are worked for a day off that was moved.
 */
export type WorkCalendar = { off: ReadonlySet<IsoDate>; worked: ReadonlySet<IsoDate> };

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: IsoDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Whether public offices work on a day: Monday to Friday but for holidays, and days that are worked instead. */
export const isWorkingDay = (day: IsoDate, calendar: WorkCalendar): boolean => calendar.worked.has(day) || (weekdayOf(day) <= 5 && !calendar.off.has(day));

/** The last of so many working days after a day, which itself is not counted (Civil Code 2015, Article 147(2)); the day itself for none. */
export const addWorkingDays = (from: IsoDate, days: number, calendar: WorkCalendar): IsoDate => {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
};

/** How many working days lie after a day up to another, that one included; negative where it is past. */
export const workingDaysBetween = (from: IsoDate, to: IsoDate, calendar: WorkCalendar): number => {
  if (to < from) return -workingDaysBetween(to, from, calendar) || 0;
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
};

/** By when something is due: `by` a day it is in time all that day, `before` a day it is late from its first hour. */
export type Due = { kind: 'by' | 'before'; day: IsoDate };

/** The first day on which what is due is late, from 00:00. */
export const lateFrom = ({ kind, day }: Due): IsoDate => (kind === 'before' ? day : addDays(day, 1));

/** Whether what is due is late today. */
export const isLate = (due: Due, today: IsoDate): boolean => today >= lateFrom(due);
