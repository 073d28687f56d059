import { choiceOf, choicesOf } from './choice-words.ts';
import { cleanText, plainText } from './clean-text.ts';
import { readDateNumber, readDateObject, readDateText, type DateReading } from './date-cell.ts';
import { isIdNumber } from './id-number.ts';
import type { TemplateColumn } from './roster-template.ts';

/** A cell as a spreadsheet reader gives it. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Why one cell can't be read. The kind names the words to show and what to do; `allowed` lists the choices where there are some. */
export type CellProblemKind =
  | 'required' | 'too-long' | 'formula-error' | 'bad-code' | 'not-an-id-number' | 'id-number-lost-zeros'
  | 'not-a-date' | 'no-such-day' | 'year-out-of-range' | 'day-missing' | 'not-a-flag' | 'not-yes-or-no' | 'not-a-number' | 'not-a-choice' | 'ends-before-start';
export type CellProblem = { column: string; kind: CellProblemKind; value: string; allowed?: readonly string[] };

/** The normalised text of a cell (null: nothing or not known), with the problem if there is one. */
export type CellReading = { text: string | null; precision?: 'day' | 'month' | 'year'; problem?: CellProblem };

const longest = 500;
const formulaError = /^#(?:REF|N\/A|VALUE|NAME\?|DIV\/0|NUM|NULL|SPILL)!?$/;
// Spreadsheet programs take such a text for a formula; writers put an apostrophe before it, which is no part of the text.
const guarded = /^'(?=['=+\-@])/;

/** What a cell says, as a text: cleaned, without the apostrophe that guards it. */
export const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') {
    const text = cleanText(cell);
    return guarded.test(text) ? text.slice(1) : text;
  }
  if (!(cell instanceof Date)) return String(cell);
  // A day no calendar has (a spreadsheet shows it as ####) says as much as a formula that failed.
  return Number.isNaN(cell.getTime()) ? '#NUM!' : cell.toISOString().slice(0, 10);
};

const isYes = new Set(['x', 'co', 'true', 'yes', '1']);
// A list is a list: somebody of whom it is not known is not on it.
const lists = new Set(['training_list', 'planned_rank']);
const isNo = new Set(['khong', 'false', 'no', '0']);

const readFlag = (column: TemplateColumn, text: string): CellReading => {
  if (text === '?' && column.key === 'concurrent') return problem(column, 'not-yes-or-no', text);
  if (text === '?') return { text: lists.has(column.key) ? 'false' : null };
  const plain = plainText(text);
  if (plain === '' || isNo.has(plain)) return { text: 'false' };
  return isYes.has(plain) ? { text: 'true' } : problem(column, 'not-a-flag', text);
};

const problem = (column: TemplateColumn, kind: CellProblemKind, value: string, allowed?: readonly string[]): CellReading => ({
  text: null,
  problem: { column: column.key, kind, value: value.slice(0, longest), ...(allowed ? { allowed } : {}) },
});

const readDate = (column: TemplateColumn, cell: Cell, text: string): CellReading => {
  const read: DateReading = cell instanceof Date ? readDateObject(cell) : typeof cell === 'number' ? readDateNumber(cell) : readDateText(text);
  if ('problem' in read) return problem(column, read.problem, text);
  if (read.precision !== 'day' && column.key !== 'birth_date') return problem(column, 'day-missing', text);
  return { text: read.date, precision: read.precision };
};

const readIdNumber = (column: TemplateColumn, cell: Cell, text: string): CellReading => {
  if (isIdNumber(text)) return { text };
  const digits = text.replace(/[ .]/g, '');
  if (isIdNumber(digits)) return { text: digits };
  return problem(column, typeof cell === 'number' && /^\d{9,11}$/.test(digits) ? 'id-number-lost-zeros' : 'not-an-id-number', text);
};

const readNumber = (column: TemplateColumn, cell: Cell, text: string): CellReading => {
  const plain = text.replace(',', '.');
  const whole = column.key === 'level' || column.key === 'decision_level';
  const pattern = whole ? /^\d$/ : /^\d{1,4}(?:\.\d{1,2})?$/;
  return typeof cell !== 'boolean' && pattern.test(plain) ? { text: String(Number(plain)) } : problem(column, 'not-a-number', text);
};

const readChoice = (column: TemplateColumn, text: string): CellReading => {
  if (text === '?' && (column.key === 'office_rank' || lists.has(column.key))) return { text: null };
  const code = choiceOf(column.key, text);
  return code === undefined ? problem(column, 'not-a-choice', text, choicesOf(column.key)) : { text: code };
};

const readCode = (column: TemplateColumn, text: string): CellReading =>
  text.length > 64 || /[/;]/.test(text) ? problem(column, 'bad-code', text) : { text };

// What a blank cell of a column that need not be filled means.
const blanks: Readonly<Record<string, string>> = { office_rank: '0' };

/** Reads one cell of the template into normalised text: dates as yyyy-mm-dd (last days stay inclusive), flags as true or false, choices as codes. */
export const readCell = (column: TemplateColumn, cell: Cell): CellReading => {
  const text = cellText(cell);
  if (column.reading === 'flag') return readFlag(column, text);
  if (text === '') return column.required ? problem(column, 'required', '') : { text: blanks[column.key] ?? null };
  if (text.length > longest) return problem(column, 'too-long', text);
  if (formulaError.test(text)) return problem(column, 'formula-error', text);
  switch (column.reading) {
    case 'text':
      return { text };
    case 'code':
      return readCode(column, text);
    case 'id-number':
      return readIdNumber(column, cell, text);
    case 'date':
    case 'last-day':
      return readDate(column, cell, text);
    case 'number':
      return readNumber(column, cell, text);
    case 'choice':
      return readChoice(column, text);
  }
};
