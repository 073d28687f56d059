import { readFile, stat } from 'node:fs/promises';
import { type Cell, plainText } from '@saubac/domain/people';
import { type ChangeRow, type ChangeSheet, type ChangeSheetKey, changeWorkbook } from '@saubac/domain/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';
import { streamCsvRows } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';

import { decodeCsv, directoryOf, type FileRefusal, placesOfColumns, placesOfRemarks, RefusedFile, separatorOf } from '../../roster/workbook/index.ts';

/** The rows of each sheet of a reorganisation; sheets that are not there have none. */
export type ChangeSheets = Record<ChangeSheetKey, ChangeRow[]>;

const limits = { file: 50_000_000, unpacked: 500_000_000 };

type Rows = readonly (readonly Cell[])[];

const isBlank = (cell: Cell): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const sameWords = (a: string, b: string): boolean => plainText(a) === plainText(b);

const rowsOf = (sheet: ChangeSheet, [first = [], ...rest]: Rows): ChangeRow[] => {
  const places = placesOfColumns(sheet, first);
  const read = new Set([...places, ...placesOfRemarks(first)]);
  const filled = rest.map((cells, i) => ({ cells, row: i + 2 })).filter(({ cells }) => !cells.every(isBlank));
  const outside = filled.find(({ cells }) => cells.some((cell, i) => !isBlank(cell) && !read.has(i)));
  if (outside) throw new RefusedFile({ kind: 'cell-outside-columns', sheet: sheet.name, row: outside.row });
  const cellsOf = (cells: readonly Cell[]): ChangeRow['cells'] => Object.fromEntries(sheet.columns.flatMap(({ key }, i) => (places[i] === undefined ? [] : [[key, cells[places[i]]]])));
  return filled.map(({ cells, row }) => ({ row, cells: cellsOf(cells) }));
};

const gathered = (found: readonly { sheet: ChangeSheet; rows: Rows }[]): Result<ChangeSheets, FileRefusal> => {
  const sheets: ChangeSheets = { decision: [], operations: [], moves: [] };
  for (const { sheet, rows } of found) sheets[sheet.key] = rowsOf(sheet, rows);
  return sheets.operations.length + sheets.moves.length === 0 ? fail({ kind: 'no-rows' }) : ok(sheets);
};

const openXlsx = async (bytes: Uint8Array): Promise<Result<ChangeSheets, FileRefusal>> => {
  directoryOf(bytes, limits.unpacked);
  const names: string[] = [];
  const book = await readXlsx(bytes, { sheets: ({ name }) => names.push(name) > 0 && changeWorkbook.some((it) => sameWords(it.name, name)) }).catch(() => undefined);
  if (!book) return fail({ kind: 'not-a-workbook', looksLike: 'unknown' });
  const found = changeWorkbook.flatMap((sheet) => book.sheets.filter(({ name }) => sameWords(sheet.name, name)).map(({ rows }) => ({ sheet, rows: rows as Rows })));
  return found.length === 0 ? fail({ kind: 'no-known-sheet', found: names, expected: changeWorkbook.map(({ name }) => name) }) : gathered(found);
};

const openCsv = (bytes: Uint8Array): Result<ChangeSheets, FileRefusal> => {
  const { text, separator } = separatorOf(decodeCsv(bytes).text);
  const rows = [...streamCsvRows(text, separator === undefined ? {} : { delimiter: separator })] as Rows;
  const known = (sheet: ChangeSheet): number => (rows[0] ?? []).filter((heading) => sheet.columns.some((it) => sameWords(it.heading, String(heading ?? '')))).length;
  const [best] = changeWorkbook.filter(({ key }) => key !== 'decision').toSorted((a, b) => known(b) - known(a));
  return !best || known(best) < 2 ? fail({ kind: 'unrecognised-csv', headings: (rows[0] ?? []).map(String).slice(0, 30) }) : gathered([{ sheet: best, rows }]);
};

/** Opens the file of a reorganisation by what it holds: a workbook with its sheets, or one of them as csv. */
export const openChangeFile = async (path: string): Promise<Result<ChangeSheets, FileRefusal>> => {
  const size = await stat(path).then((it) => (it.isFile() ? it.size : undefined), () => undefined);
  if (size === undefined) return fail({ kind: 'file-not-found', path });
  if (size > limits.file) return fail({ kind: 'file-too-large', bytes: size, limit: limits.file });
  const bytes = await readFile(path);
  try {
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? await openXlsx(bytes) : openCsv(bytes);
  } catch (error) {
    if (error instanceof RefusedFile) return fail(error.refusal);
    throw error;
  }
};
