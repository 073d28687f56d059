import { parseIsoDate, type IsoDate } from '@saubac/domain/values';

/** A day as it is written here: `31/12/2025`. */
export const writeDay = (day: IsoDate | undefined): string => (day === undefined ? '' : day.split('-').toReversed().join('/'));

const two = (text: string): string => text.padStart(2, '0');

/**
 * The day that somebody typed, day first: `31/12/2025`, `31-12-2025`, `31.12.2025`, `31 12 2025`, `31122025`, `5/3/2025`; also `2025-12-31`, which is
 * pasted from elsewhere. A year of two digits is refused: it might be either century.
 */
export const readDay = (typed: string): IsoDate | undefined => {
  const text = typed.trim();
  const [, day, month, year] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) return parseIsoDate(`${year}-${two(month)}-${two(day)}`);
  return parseIsoDate(text);
};
