import { type Cell, plainText } from '../people/index.ts';
import { textOf } from './cell-text.ts';
import type { SourceColumn } from './layout.ts';

/** A sheet as it is looked at before its layout is known: its name and its first rows. */
export type SheetHead = { name: string; rows: readonly (readonly Cell[])[] };

/** Where the headings of a sheet stand: the first of their rows (from 0), how many rows, and the heading of each column. */
export type Header = { from: number; span: number; headings: readonly string[] };

/** So many rows are looked through for headings. */
export const lookedAt = 40;

/** What different spellings of a heading have in common: letters and digits, no accents. */
export const headingKey = (text: string): string => plainText(text).replace(/[^a-z0-9]+/g, ' ').trim();

/** The parts of a heading, from the widest to that of the column alone. */
export const partsOf = (heading: string): string[] => heading.split(' / ');

// A cell merged over several columns holds its text in the first; the others are blank and have sub-headings below.
const spread = (grid: string[][]): void => {
  for (let level = 0; level < grid.length - 1; level += 1) {
    const hasBelow = (at: number): boolean => grid.slice(level + 1).some((row) => row[at] !== '');
    const row = grid[level]!;
    for (let at = 1; at < row.length; at += 1) {
      if (row[at] === '' && row[at - 1] !== '' && hasBelow(at) && hasBelow(at - 1)) row[at] = row[at - 1]!;
    }
  }
};

/**
 * The headings in some rows, one for each column: those of a merged cell and of the cells below it joined by a slash. A column without one
 * between others belongs to the heading on its left, which is merged over both.
 */
export const headingsIn = (rows: readonly (readonly Cell[])[], from: number, span: number): string[] => {
  const window = rows.slice(from, from + span);
  const width = Math.max(0, ...window.map((row) => row.length));
  const grid = window.map((row) => Array.from({ length: width }, (_, at) => textOf(row[at]).replaceAll(' / ', '/').slice(0, 120)));
  spread(grid);
  const own = Array.from({ length: width }, (_, at) => {
    const parts = grid.map((row) => row[at]!).filter((it) => it !== '');
    return parts.filter((it, i) => headingKey(it) !== headingKey(parts[i - 1] ?? '')).join(' / ');
  });
  const last = own.findLastIndex((it) => it !== '');
  return own.slice(0, last + 1).map((it, at) => it || (own.slice(0, at).findLast((left) => left !== '') ?? ''));
};

const looksLikeData = (row: readonly Cell[]): boolean => {
  const numbers = row.filter((cell) => typeof cell === 'number' || (typeof cell === 'string' && /^\(?\d+\)?$/.test(cell.trim()))).length;
  return numbers >= 2 || row.some((cell) => cell instanceof Date || /\d{9}/.test(textOf(cell)));
};

/** All places where headings of one to three rows could stand. */
export const possibleHeaders = ({ rows }: SheetHead): Header[] => {
  const found: Header[] = [];
  for (let from = 0; from < Math.min(rows.length, lookedAt); from += 1) {
    if (rows[from]!.filter((cell) => textOf(cell) !== '').length < 2) continue;
    for (let span = 1; span <= 3 && from + span <= rows.length; span += 1) {
      if (looksLikeData(rows[from + span - 1]!)) break;
      const headings = headingsIn(rows, from, span);
      if (headings.filter((it) => it !== '').length >= 2) found.push({ from, span, headings });
    }
  }
  return found;
};

/** The columns of a header as a layout names them; null where a column has no heading. */
export const columnsOf = (headings: readonly string[]): (SourceColumn | null)[] => {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    if (heading === '') return null;
    const key = headingKey(heading);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { heading, nth };
  });
};

/** The letters by which a spreadsheet calls a column (from 0). */
export const columnLetters = (at: number): string => (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
