import { addDays, isCalendarDay, isoDateOf, type IsoDate } from '../values/index.ts';

export type DatePrecision = 'day' | 'month' | 'year';
export type DateReading = { date: IsoDate; precision: DatePrecision } | { problem: 'not-a-date' | 'no-such-day' | 'year-out-of-range' };

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T00:00:00(?:\.0+)?Z?)?$/;
const monthOnly = /^(\d{1,2})[/.-](\d{4})$/;
const yearOnly = /^\d{4}$/;

// Some write 31/12/9999 for "without end": the day after it has five digits in its year and no longer sorts as text.
const firstYear = 1900;
const lastYear = 2200;

const reading = (year: number, month: number, day: number, precision: DatePrecision): DateReading => {
  if (year < firstYear || year > lastYear) return { problem: 'year-out-of-range' };
  return isCalendarDay(year, month, day) ? { date: isoDateOf(year, month, day), precision } : { problem: 'no-such-day' };
};

/** A date typed as text: dd/mm/yyyy, d/m/yyyy, yyyy-mm-dd, mm/yyyy or yyyy. The day comes first: it is never read as month first. */
export const readDateText = (text: string): DateReading => {
  const numbers = (pattern: RegExp) => pattern.exec(text)?.slice(1).map(Number);
  const [day, month, year] = numbers(dayFirst) ?? [];
  if (year !== undefined) return reading(year, month!, day!, 'day');
  const [isoYear, isoMonth, isoDay] = numbers(yearFirst) ?? [];
  if (isoYear !== undefined) return reading(isoYear, isoMonth!, isoDay!, 'day');
  const [onlyMonth, itsYear] = numbers(monthOnly) ?? [];
  if (itsYear !== undefined) return reading(itsYear, onlyMonth!, 1, 'month');
  return yearOnly.test(text) ? reading(Number(text), 1, 1, 'year') : { problem: 'not-a-date' };
};

// A day number below this would be a day before 1910: such a number is a year somebody typed.
const firstSerial = 3_654;
const lastSerial = 109_575;

/** A number in a date cell: a year, or the day number that spreadsheets count from 1899-12-30. */
export const readDateNumber = (value: number): DateReading => {
  if (Number.isInteger(value) && value >= firstYear && value <= lastYear) return reading(value, 1, 1, 'year');
  if (value < firstSerial || value > lastSerial) return { problem: 'not-a-date' };
  return readDateObject(new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000));
};

/** A date cell as spreadsheet readers give it: midnight UTC of the day. */
export const readDateObject = (value: Date): DateReading =>
  Number.isNaN(value.getTime()) ? { problem: 'not-a-date' } : reading(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate(), 'day');

/** A date as an officer writes it: dd/mm/yyyy, or as much of it as is known (or given: yyyy-mm, yyyy). */
export const dateInWords = (date: string, precision: DatePrecision = 'day'): string => {
  const [year, month, day] = date.split('-');
  return precision === 'year' || !month ? `${year}` : precision === 'month' || !day ? `${month}/${year}` : `${day}/${month}/${year}`;
};

/** The days of a period (its end the first day it no longer holds) as an officer writes them, the last one inclusive: dd/mm/yyyy – dd/mm/yyyy. */
export const daysInWords = ({ from, to }: { from: IsoDate; to: IsoDate | 'infinity' }): string =>
  `${dateInWords(from)} – ${to === 'infinity' ? '…' : dateInWords(addDays(to, -1))}`;
