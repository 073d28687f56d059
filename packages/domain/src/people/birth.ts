import type { IsoDate } from '../values/index.ts';
import type { DatePrecision } from './date-cell.ts';

/** A birth date as far as it is known: of a month its first day, of a year its 1 January. */
export type Birth = { date: IsoDate; precision: DatePrecision };

/** The same birth date with nothing said beyond what is known. */
export const knownPart = ({ date, precision }: Birth): Birth => ({
  date: (precision === 'year' ? `${date.slice(0, 4)}-01-01` : precision === 'month' ? `${date.slice(0, 7)}-01` : date) as IsoDate,
  precision,
});
