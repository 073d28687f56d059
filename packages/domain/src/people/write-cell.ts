import { wordsOfChoice } from './choice-words.ts';
import { dateInWords, type DatePrecision } from './date-cell.ts';
import type { TemplateColumn, TemplateSheet } from './roster-template.ts';

// What `readCell` makes of a blank cell, so that writing it as a blank is no loss.
const blanks: Readonly<Record<string, string>> = { office_rank: '0' };

const flagInWords = (value: string | null): string => (value === null ? '?' : value === 'true' ? 'x' : '');

/** The cell of a normalised value, as an officer writes it: what `readCell` reads back into the same value. */
export const writeCell = (column: TemplateColumn, value: string | null, precision: DatePrecision = 'day'): string => {
  if (column.reading === 'flag') return flagInWords(value);
  if (value === null) return column.key === 'office_rank' ? '?' : '';
  if (blanks[column.key] === value) return '';
  if (column.reading === 'date' || column.reading === 'last-day') return dateInWords(value, precision);
  return column.reading === 'choice' ? (wordsOfChoice(column.key, value) ?? value) : value;
};

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe, which `readCell` takes off again: in csv, and in xlsx too, from
 * where it may be saved as csv by somebody else.
 */
export const guardedFormula = (text: string): string => (/^(?:[=+\-@\t\r]|'['=+\-@\t\r])/.test(text) ? `'${text}` : text);

/** The words of a normalised value in a column of a sheet, by the column's key; the value itself for a column that the sheet lacks. */
export const wordsOfCell = (sheet: TemplateSheet, key: string, value: string): string => {
  const column = sheet.columns.find((it) => it.key === key);
  return column ? writeCell(column, value) : value;
};
