import { addDays, isCalendarDay, isoDateOf, type IsoDate } from '../values/index.ts';
import { plainText } from './clean-text.ts';

export type DatePrecision = 'day' | 'month' | 'year';

/** Where more than one reading was possible or something was missing, which way was taken. */
export type DateMend = 'date-short-year' | 'date-month-first' | 'date-serial';
export type DateProblem = 'not-a-date' | 'no-such-day' | 'year-out-of-range';
export type DateReading = { date: IsoDate; precision: DatePrecision; mend?: DateMend } | { problem: DateProblem };

/** `1904`: the workbook counts its days from 1904. `shortYearsUntil`: the last year that two digits stand for. */
export type DateOptions = { epoch?: 1900 | 1904; shortYearsUntil?: number };

// Some write 31/12/9999 for "without end": the day after it has five digits in its year and no longer sorts as text.
const firstYear = 1900;
const lastYear = 2200;

const reading = (year: number, month: number, day: number, precision: DatePrecision, mend?: DateMend): DateReading => {
  if (year < firstYear || year > lastYear) return { problem: 'year-out-of-range' };
  if (!isCalendarDay(year, month, day)) return { problem: 'no-such-day' };
  return { date: isoDateOf(year, month, day), precision, ...(mend ? { mend } : {}) };
};

// 00/00/1980 is how a year is written where a form wants a whole date.
const fromParts = (day: number, month: number, year: number, mend?: DateMend): DateReading => {
  if (month === 0) return day === 0 ? reading(year, 1, 1, 'year', mend) : { problem: 'no-such-day' };
  if (day === 0) return reading(year, month, 1, 'month', mend);
  // The day comes first, unless that is impossible and the other order is not.
  return month > 12 && month <= 31 && day <= 12 ? reading(year, day, month, 'day', 'date-month-first') : reading(year, month, day, 'day', mend);
};

const usualShortYears = 2049;

const longYear = (short: number, until: number): number => {
  const year = until - (until % 100) + short;
  return year > until ? year - 100 : year;
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const wordPatterns: readonly { pattern: RegExp; order: readonly ('day' | 'month' | 'year')[] }[] = [
  { pattern: /^(?:ngay )?(\d{1,2}),? (?:thang|thg\.?) (\d{1,2}),? (?:nam )?(\d{4})$/, order: ['day', 'month', 'year'] },
  { pattern: /^(\d{1,2})[ -](?:thang|thg\.?) ?(\d{1,2})[ -](\d{2,4})$/, order: ['day', 'month', 'year'] },
  { pattern: /^(?:thang|thg\.?) ?(\d{1,2})(?:,| nam|[/-])? ?(\d{4})$/, order: ['month', 'year'] },
  { pattern: /^(\d{1,2})[ -]([a-z]{3})[ -](\d{2,4})$/, order: ['day', 'month', 'year'] },
  { pattern: /^(?:sinh )?nam (?:sinh )?(\d{4})$/, order: ['year'] },
];

const fromWords = (text: string, until: number): DateReading => {
  const plain = plainText(text).replace(/ ?([/-]) ?/g, '$1');
  for (const { pattern, order } of wordPatterns) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const part = (name: 'day' | 'month' | 'year'): string | undefined => found[order.indexOf(name) + 1];
    const [day, month, year] = [order.includes('day') ? part('day') : '0', order.includes('month') ? part('month')! : '0', part('year')!];
    const named = months.indexOf(month) + 1;
    if (/[a-z]/.test(month) && named === 0) return { problem: 'not-a-date' };
    const short = year.length < 4;
    return fromParts(Number(day), named || Number(month), short ? longYear(Number(year) % 100, until) : Number(year), short ? 'date-short-year' : undefined);
  }
  return { problem: 'not-a-date' };
};

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const shortYear = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const monthOnly = /^(\d{1,2})[/.-](\d{4})$/;
const yearOnly = /^\d{4}$/;
const serial = /^\d{5}$/;
const midnight = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/;

/**
 * A date typed as text: dd/mm/yyyy, d-m-yy, dd.mm.yyyy, yyyy-mm-dd, mm/yyyy, yyyy, in words, or the day number of a spreadsheet. The day
 * comes first; month first it is only read where the other order is no day, and then it is said.
 */
export const readDateText = (typed: string, { epoch = 1900, shortYearsUntil = usualShortYears }: DateOptions = {}): DateReading => {
  const text = typed.replace(midnight, '');
  const numbers = (pattern: RegExp) => pattern.exec(text)?.slice(1).map(Number);
  const [day, month, year] = numbers(dayFirst) ?? [];
  if (year !== undefined) return fromParts(day!, month!, year);
  const [isoYear, isoMonth, isoDay] = numbers(yearFirst) ?? [];
  if (isoYear !== undefined) return reading(isoYear, isoMonth!, isoDay!, 'day');
  const [onlyMonth, itsYear] = numbers(monthOnly) ?? [];
  if (itsYear !== undefined) return fromParts(0, onlyMonth!, itsYear);
  if (yearOnly.test(text)) return reading(Number(text), 1, 1, 'year');
  const [shortDay, shortMonth, two] = numbers(shortYear) ?? [];
  if (two !== undefined) return fromParts(shortDay!, shortMonth!, longYear(two, shortYearsUntil), 'date-short-year');
  return serial.test(text) ? readDateNumber(Number(text), { epoch }) : fromWords(text, shortYearsUntil);
};

// A day number below this would be a day before 1910: such a number is a year somebody typed.
const firstSerial = 3_654;
const lastSerial = 109_575;
// The first day that the other system of a spreadsheet counts from lies this much later.
const later1904 = 1_462;

/** A number in a date cell: a year, or the day number that spreadsheets count from 1899-12-30, or from 1904-01-01. */
export const readDateNumber = (value: number, { epoch = 1900 }: DateOptions = {}): DateReading => {
  if (Number.isInteger(value) && value >= firstYear && value <= lastYear) return reading(value, 1, 1, 'year');
  const days = epoch === 1904 ? value + later1904 : value;
  if (days < firstSerial || days > lastSerial) return { problem: 'not-a-date' };
  const read = readDateObject(new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000));
  return 'problem' in read ? read : { ...read, mend: 'date-serial' };
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
