import { choiceOf, choicesOf, isWrittenOut, wordsOfChoice } from './choice-words.ts';
import { cleanText, plainText } from './clean-text.ts';
import { dateInWords, readDateNumber, readDateObject, readDateText, type DateOptions, type DateReading } from './date-cell.ts';
import { type CellMend, mend, mendsOfCleaning, toldText } from './mend.ts';
import { readName } from './person-name.ts';
import { type IdNumberProblem, readIdNumber } from './read-id-number.ts';
import type { TemplateColumn } from './roster-template.ts';

/** A cell as a spreadsheet reader gives it. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Why one cell can't be read. The kind names the words to show and what to do; `allowed` lists the choices where there are some. */
export type CellProblemKind =
  | 'required' | 'too-long' | 'formula-error' | 'bad-code' | IdNumberProblem
  | 'not-a-date' | 'no-such-day' | 'year-out-of-range' | 'day-missing' | 'not-a-flag' | 'not-yes-or-no' | 'not-a-number' | 'not-a-choice' | 'ends-before-start';
export type CellProblem = { column: string; kind: CellProblemKind; value: string; allowed?: readonly string[] };

/** The normalised text of a cell (null: nothing or not known), with the problem if there is one, and what was mended. */
export type CellReading = { text: string | null; precision?: 'day' | 'month' | 'year'; problem?: CellProblem; mends?: readonly CellMend[] };

/** What a cell can't tell of itself: the day from which its workbook counts. */
export type CellOptions = Pick<DateOptions, 'epoch'>;

const longest = 500;
const formulaError = /^#(?:REF|N\/A|VALUE|NAME\?|DIV\/0|NUM|NULL|SPILL)!?$/;
// Spreadsheet programs take such a text for a formula; writers put an apostrophe before it, which is no part of the text.
const guarded = /^'(?=['=+\-@])/;

const typedText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') {
    const text = cleanText(cell);
    return guarded.test(text) ? text.slice(1) : text;
  }
  if (!(cell instanceof Date)) return String(cell);
  // A day no calendar has (a spreadsheet shows it as ####) says as much as a formula that failed.
  return Number.isNaN(cell.getTime()) ? '#NUM!' : cell.toISOString().slice(0, 10);
};

const isYes = new Set(['x', 'co', 'true', 'yes', '1', 'y', 'v', 'dung', '×', '✓', '✔', '☑', '√']);
// A list is a list: somebody of whom it is not known is not on it.
const lists = new Set(['training_list', 'planned_rank']);
const isNo = new Set(['khong', 'false', 'no', '0', 'n', 'ko', 'sai', '-', '–', '☐']);

const readFlag = (column: TemplateColumn, text: string): CellReading => {
  if (text === '?' && column.key === 'concurrent') return problem(column, 'not-yes-or-no', text);
  if (text === '?') return { text: lists.has(column.key) ? 'false' : null };
  const plain = plainText(text);
  if (plain === '' || isNo.has(plain)) return { text: 'false' };
  return isYes.has(plain) ? { text: 'true' } : problem(column, 'not-a-flag', text);
};

const problem = (column: TemplateColumn, kind: CellProblemKind, value: string, allowed?: readonly string[]): CellReading => ({
  text: null,
  problem: { column: column.key, kind, value: toldText(value), ...(allowed ? { allowed } : {}) },
});

const mended = (text: string, mends: readonly CellMend[]): CellReading => (mends.length === 0 ? { text } : { text, mends });

// Of somebody who works, two digits of a birth year from 30 on belong to the last century.
const lastShortBirthYear = 2029;

const readDate = (column: TemplateColumn, cell: Cell, text: string, { epoch = 1900 }: CellOptions): CellReading => {
  const options: DateOptions = column.key === 'birth_date' ? { epoch, shortYearsUntil: lastShortBirthYear } : { epoch };
  const read: DateReading = cell instanceof Date ? readDateObject(cell) : typeof cell === 'number' ? readDateNumber(cell, options) : readDateText(text, options);
  if ('problem' in read) return problem(column, read.problem, text);
  const { date, precision } = read;
  if (precision !== 'day' && column.key !== 'birth_date') return problem(column, 'day-missing', text);
  return read.mend ? { text: date, precision, mends: [mend(read.mend, text, dateInWords(date, precision))] } : { text: date, precision };
};

const readId = (column: TemplateColumn, cell: Cell, text: string): CellReading => {
  const read = readIdNumber(text, typeof cell === 'number');
  return 'problem' in read ? problem(column, read.problem, text) : mended(read.text, read.mends);
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
  if (code === undefined) return problem(column, 'not-a-choice', text, choicesOf(column.key));
  return isWrittenOut(column.key, code, text) ? { text: code } : { text: code, mends: [mend('choice-word', text, wordsOfChoice(column.key, code) ?? code)] };
};

/** The columns that name a unit or a post kept elsewhere: by its code, or by its name, which is looked up later. */
export const namingColumns: Readonly<Record<string, readonly string[]>> = { units: ['parent_code', 'reports_to', 'budgets_through'], people: ['unit_code', 'post_code'] };
const mayName = new Set(Object.values(namingColumns).flat());

const readCode = (column: TemplateColumn, cell: Cell, text: string): CellReading =>
  !mayName.has(column.key) && (text.length > 64 || /[/;]/.test(text)) ? problem(column, 'bad-code', text) : kept(cell, text);

// Only a typed text can have been cleaned; the apostrophe of a guarded one is our own.
const kept = (cell: Cell, text: string): CellReading => {
  if (typeof cell !== 'string' || cell === text || guarded.test(cell)) return { text };
  return mended(text, mendsOfCleaning(cell, text));
};

const readText = (column: TemplateColumn, cell: Cell, text: string): CellReading => {
  const read = kept(cell, text);
  if (column.key !== 'full_name') return read;
  const name = readName(text);
  return name.mends.length === 0 ? read : { text: name.text, mends: [...(read.mends ?? []), ...name.mends] };
};

// What a blank cell of a column that need not be filled means.
const blanks: Readonly<Record<string, string>> = { office_rank: '0' };

/** Reads one cell of the template into normalised text: dates as yyyy-mm-dd (last days stay inclusive), flags as true or false, choices as codes. */
export const readCell = (column: TemplateColumn, cell: Cell, options: CellOptions = {}): CellReading => {
  const text = typedText(cell);
  if (column.reading === 'flag') return readFlag(column, text);
  if (text === '') return column.required ? problem(column, 'required', '') : { text: blanks[column.key] ?? null };
  if (text.length > longest) return problem(column, 'too-long', text);
  if (formulaError.test(text)) return problem(column, 'formula-error', text);
  switch (column.reading) {
    case 'text':
      return readText(column, cell, text);
    case 'code':
      return readCode(column, cell, text);
    case 'id-number':
      return readId(column, cell, text);
    case 'date':
    case 'last-day':
      return readDate(column, cell, text, options);
    case 'number':
      return readNumber(column, cell, text);
    case 'choice':
      return readChoice(column, text);
  }
};
