/** A calendar date in Vietnam as `yyyy-mm-dd`. It has no time and no zone, so it is never a `Date`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether the three numbers name a day that exists in the calendar. */
export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) && year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const two = (value: number): string => String(value).padStart(2, '0');

/** The date of three numbers that are known to name an existing day; throws if they do not. */
export const isoDateOf = (year: number, month: number, day: number): IsoDate => {
  if (!isCalendarDay(year, month, day)) throw new RangeError(`No such day: ${year}-${month}-${day}`);
  return `${year}-${two(month)}-${two(day)}` as IsoDate;
};

/** Reads `yyyy-mm-dd`; undefined if the text is not an existing day between 1900 and 2200. */
export const parseIsoDate = (text: string): IsoDate | undefined => {
  const [, year, month, day] = pattern.exec(text) ?? [];
  return year && year >= '1900' && year <= '2200' && isCalendarDay(Number(year), Number(month), Number(day)) ? (text as IsoDate) : undefined;
};

/** A date written in source code or read from our own database; throws on a text that is no date. */
export const isoDate = (text: string): IsoDate => {
  const date = parseIsoDate(text);
  if (!date) throw new RangeError(`Not a date: ${text}`);
  return date;
};

/** Year, month (1–12) and day of a date. */
export const partsOf = (date: IsoDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** The same day some months later; the last day of the month where that month is shorter (31 Jan + 1 month = 28 or 29 Feb), as PostgreSQL does. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return isoDateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
};

/** The day some days later (or earlier, if negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10) as IsoDate;
};

/**
 * Completed years of age on a date. A birthday on 29 Feb is completed on 1 March of a common year, as `extract(year from age(…))` of
 * PostgreSQL counts, so that the evaluator and the database agree.
 */
export const ageOn = (birth: IsoDate, on: IsoDate): number => {
  const from = partsOf(birth);
  const to = partsOf(on);
  const before = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
};
