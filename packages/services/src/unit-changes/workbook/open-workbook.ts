import { readFile, stat } from 'node:fs/promises';
import { type Cell, plainText } from '@saubac/domain/people';
import { type ChangeRow, type ChangeSheet, type ChangeSheetKey, changeWorkbook } from '@saubac/domain/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';
import { unzipSync } from 'fflate';
import { streamCsvRows } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';

import type { FileRefusal } from '../../roster/index.ts';

/** The rows of each sheet of a reorganisation; sheets that are not there have none. */
export type ChangeSheets = Record<ChangeSheetKey, ChangeRow[]>;

const limits = { file: 50_000_000, unpacked: 500_000_000 };

type Rows = readonly (readonly Cell[])[];

const isBlank = (cell: Cell): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const sameWords = (a: string, b: string): boolean => plainText(a) === plainText(b);

const rowsOf = (sheet: ChangeSheet, [first = [], ...rest]: Rows): Result<ChangeRow[], FileRefusal> => {
  const keys: (string | undefined)[] = first.map((heading) => (isBlank(heading) ? undefined : sheet.columns.find((it) => sameWords(it.heading, String(heading)))?.key));
  const unknown = first.findIndex((heading, i) => !isBlank(heading) && keys[i] === undefined);
  if (unknown >= 0) return fail({ kind: 'unknown-column', sheet: sheet.name, column: String(first[unknown]) });
  const missing = sheet.columns.find((it) => it.required && !keys.includes(it.key));
  if (missing) return fail({ kind: 'missing-column', sheet: sheet.name, column: missing.heading });
  const repeated = sheet.columns.find(({ key }) => keys.filter((it) => it === key).length > 1);
  if (repeated) return fail({ kind: 'repeated-column', sheet: sheet.name, column: repeated.heading });
  const filled = rest.map((cells, i) => ({ cells, row: i + 2 })).filter(({ cells }) => !cells.every(isBlank));
  const outside = filled.find(({ cells }) => cells.some((cell, i) => !isBlank(cell) && keys[i] === undefined));
  if (outside) return fail({ kind: 'cell-outside-columns', sheet: sheet.name, row: outside.row });
  return ok(filled.map(({ cells, row }) => ({ row, cells: Object.fromEntries(keys.flatMap((key, i) => (key === undefined ? [] : [[key, cells[i]]]))) })));
};

const gathered = (found: readonly { sheet: ChangeSheet; rows: Rows }[]): Result<ChangeSheets, FileRefusal> => {
  const sheets: ChangeSheets = { decision: [], operations: [], moves: [] };
  for (const { sheet, rows } of found) {
    const read = rowsOf(sheet, rows);
    if (!read.ok) return read;
    sheets[sheet.key] = read.value;
  }
  return sheets.operations.length + sheets.moves.length === 0 ? fail({ kind: 'no-rows' }) : ok(sheets);
};

// The library trusts the sizes written in the archive and stops at them, so their sum is what could be unpacked at most.
const unpackedSize = (bytes: Uint8Array): number | undefined => {
  let total = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return false;
      },
    });
    return total;
  } catch {
    return undefined;
  }
};

const openXlsx = async (bytes: Uint8Array): Promise<Result<ChangeSheets, FileRefusal>> => {
  const size = unpackedSize(bytes);
  if (size === undefined) return fail({ kind: 'not-a-workbook', looksLike: 'damaged-archive' });
  if (size > limits.unpacked) return fail({ kind: 'unpacked-too-large', bytes: size, limit: limits.unpacked });
  const names: string[] = [];
  const book = await readXlsx(bytes, { sheets: ({ name }) => names.push(name) > 0 && changeWorkbook.some((it) => sameWords(it.name, name)) }).catch(() => undefined);
  if (!book) return fail({ kind: 'not-a-workbook', looksLike: 'unknown' });
  const found = changeWorkbook.flatMap((sheet) => book.sheets.filter(({ name }) => sameWords(sheet.name, name)).map(({ rows }) => ({ sheet, rows: rows as Rows })));
  return found.length === 0 ? fail({ kind: 'no-known-sheet', found: names, expected: changeWorkbook.map(({ name }) => name) }) : gathered(found);
};

const openCsv = (bytes: Uint8Array): Result<ChangeSheets, FileRefusal> => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail({ kind: 'not-utf8' });
  }
  const rows = [...streamCsvRows(text)] as Rows;
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
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? openXlsx(bytes) : openCsv(bytes);
};
