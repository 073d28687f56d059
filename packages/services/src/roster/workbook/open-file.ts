import { readFile, stat } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { streamCsvRows } from 'hucre/csv';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { guideSheetNames, plainText, rosterTemplate, type TemplateSheet } from '@saubac/domain/people';
import type { LayoutChoice } from './choose-layout.ts';
import { decodeCsv, type FileEncoding, separatorOf } from './decode-csv.ts';
import { RefusedFile, type ReadLimits } from './file-refusal.ts';
import { type ForeignFile, openForeign, type RawSheet, type RowsOf } from './foreign-file.ts';
import { hasOtherHeadings, headingsFound, isTemplate } from './headings.ts';
import { type Directory, directoryOf, epochOf } from './open-archive.ts';
import { recodeRows } from './recode-rows.ts';
import type { SheetRow } from './stage-rows.ts';

/** How the bytes of a file were taken: the code of its letters, which of a workbook is only known once its rows are read, and the year its days are counted from. */
export type Taken = { encoding: FileEncoding; epoch: 1900 | 1904 };

/** A file that was recognised: its bytes and, per sheet of the template found in it, how to read the rows; or how it is read by a layout. */
export type OpenFile = { bytes: Uint8Array; taken: Taken } & ({ sheets: { sheet: TemplateSheet; rows: RowsOf }[] } | { foreign: ForeignFile });

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((it, i) => bytes[i] === it);

/** Reads a file within its limit; throws `RefusedFile` if there is none or it is too large. */
const bytesOf = async (path: string, limit: number): Promise<Uint8Array> => {
  const size = await stat(path).then((it) => (it.isFile() ? it.size : undefined), () => undefined);
  if (size === undefined) throw new RefusedFile({ kind: 'file-not-found', path });
  if (size > limit) throw new RefusedFile({ kind: 'file-too-large', bytes: size, limit });
  return readFile(path);
};

// The library parses all shared strings before it names a sheet; the directory parts alone name them at no cost.
const sheetNames = async (directory: Directory): Promise<string[]> => {
  const names: string[] = [];
  await readXlsx(zipSync(directory, { level: 0 }), {
    sheets: ({ name }) => {
      names.push(name);
      return false;
    },
  }).catch(() => undefined);
  return names;
};

// The library parses all shared strings anew for each sheet it streams, so the catalogues, which are small, are read in one go.
const catalogues = new Set<TemplateSheet['key']>(['units', 'posts']);

const readCatalogues = async (bytes: Uint8Array, names: readonly string[]): Promise<Map<string, SheetRow[]>> => {
  if (names.length === 0) return new Map();
  const { sheets } = await readXlsx(bytes, { sheets: [...names] });
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((values, index) => ({ index, values }))]));
};

async function* xlsxRows(bytes: Uint8Array, shown: string, name: string): AsyncGenerator<SheetRow> {
  try {
    yield* streamXlsxRows(bytes, { sheet: name });
  } catch {
    throw new RefusedFile({ kind: 'damaged-sheet', sheet: shown });
  }
}

const ownSheets = new Set([...rosterTemplate.map(({ name }) => name), ...Object.values(guideSheetNames)].map(plainText));

// A sheet under another name would be left out unseen; an empty one does no harm.
const refuseOtherSheets = async (bytes: Uint8Array, found: readonly string[]): Promise<void> => {
  const others = found.filter((it) => !ownSheets.has(plainText(it)));
  if (others.length === 0) return;
  const { sheets } = await readXlsx(bytes, { sheets: others }).catch(() => ({ sheets: others.map((name) => ({ name, rows: [[name]] as unknown[][] })) }));
  const filled = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== undefined && String(cell).trim() !== '')));
  if (filled) throw new RefusedFile({ kind: 'unknown-sheet', sheet: filled.name, expected: rosterTemplate.map(({ name }) => name) });
};

// A workbook of this size is read in one go: the library parses all shared strings anew for each sheet it streams.
const readWhole = 1_000_000;

const inUnicode = (taken: Taken, rows: RowsOf): RowsOf => () => recodeRows(rows(), (code) => (taken.encoding = code));

const rawSheets = async (bytes: Uint8Array, names: readonly string[], taken: Taken): Promise<RawSheet[]> => {
  if (bytes.length > readWhole) return names.map((name) => ({ name, rows: inUnicode(taken, () => xlsxRows(bytes, name, name)) }));
  const whole = await readCatalogues(bytes, names).catch(() => {
    throw new RefusedFile({ kind: 'damaged-sheet', sheet: names[0] ?? '' });
  });
  return names.map((name) => ({ name, rows: inUnicode(taken, () => whole.get(name) ?? []) }));
};

const firstRowOf = async (rows: AsyncIterable<SheetRow> | Iterable<SheetRow>): Promise<readonly unknown[]> => {
  for await (const { index, values } of rows) return index === 0 ? values : [];
  return [];
};

// One sheet in the template's own headings makes a workbook the template's: what is wrong with it is then said in its terms. Columns that
// somebody added make it his own layout, where he lets a proposal decide.
const isOwnWorkbook = async (bytes: Uint8Array, named: readonly { sheet: TemplateSheet; name: string }[], { acceptProposal }: LayoutChoice): Promise<boolean> => {
  let own = false;
  for (const { sheet, name } of named) {
    const headings = await firstRowOf(recodeRows(xlsxRows(bytes, sheet.name, name), () => undefined));
    if (acceptProposal && hasOtherHeadings(sheet, headings)) return false;
    own ||= isTemplate(sheet, headings);
  }
  return own;
};

const guides = new Set(Object.values(guideSheetNames).map(plainText));

const openXlsx = async (bytes: Uint8Array, limits: ReadLimits, choice: LayoutChoice): Promise<OpenFile> => {
  const directory = directoryOf(bytes, limits.unpacked);
  const taken: Taken = { encoding: 'unicode', epoch: epochOf(directory) };
  const found = await sheetNames(directory);
  const named = rosterTemplate.flatMap((sheet) => {
    const name = found.find((it) => plainText(it) === plainText(sheet.name));
    return name === undefined ? [] : [{ sheet, name }];
  });
  if (choice.given || !(await isOwnWorkbook(bytes, named, choice))) {
    // The example of the template stands in its own headings and is no data.
    const data = named.length === 0 ? found : found.filter((it) => !guides.has(plainText(it)));
    const foreign = await openForeign(await rawSheets(bytes, data, taken), choice);
    if (foreign) return { bytes, taken, foreign };
  }
  if (named.length === 0) throw new RefusedFile({ kind: 'no-known-sheet', found, expected: rosterTemplate.map(({ name }) => name) });
  await refuseOtherSheets(bytes, found);
  const small = named.filter(({ sheet }) => catalogues.has(sheet.key));
  const whole = await readCatalogues(bytes, small.map(({ name }) => name)).catch(() => {
    throw new RefusedFile({ kind: 'damaged-sheet', sheet: small[0]!.sheet.name });
  });
  return { bytes, taken, sheets: named.map(({ sheet, name }) => ({ sheet, rows: inUnicode(taken, () => whole.get(name) ?? xlsxRows(bytes, sheet.name, name)) })) };
};

function* csvRows(text: string, separator: string | undefined): Generator<SheetRow> {
  let index = 0;
  for (const values of streamCsvRows(text, separator === undefined ? {} : { delimiter: separator })) yield { index: index++, values };
}

const openCsv = async (bytes: Uint8Array, choice: LayoutChoice): Promise<OpenFile> => {
  const { text: whole, encoding } = decodeCsv(bytes);
  const { text, separator } = separatorOf(whole);
  const taken: Taken = { encoding, epoch: 1900 };
  const rows: RowsOf = () => csvRows(text, separator);
  if (text.trim() === '') throw new RefusedFile({ kind: 'no-rows' });
  if (text.includes('\0')) throw new RefusedFile({ kind: 'not-a-workbook', looksLike: 'unknown' });
  const headings = csvRows(text, separator).next().value?.values ?? [];
  const counts = rosterTemplate.map((sheet) => headingsFound(sheet, headings));
  const most = Math.max(...counts);
  const nearest = rosterTemplate[counts.indexOf(most)]!;
  if (choice.given || most < 3 || !isTemplate(nearest, headings) || (choice.acceptProposal && hasOtherHeadings(nearest, headings))) {
    const foreign = await openForeign([{ name: 'csv', rows }], choice);
    if (foreign) return { bytes, taken, foreign };
  }
  if (most < 3) throw new RefusedFile({ kind: 'unrecognised-csv', headings: headings.map(String).slice(0, 30) });
  return { bytes, taken, sheets: [{ sheet: nearest, rows }] };
};

/**
 * Opens a roster file by what it holds, not by its name: the template's, or one that a layout tells how to read. Throws `RefusedFile` for
 * anything that is no roster.
 */
export const openRosterFile = async (path: string, limits: ReadLimits, choice: LayoutChoice): Promise<OpenFile> => {
  const bytes = await bytesOf(path, limits.file);
  if (startsWith(bytes, 0x50, 0x4b)) return openXlsx(bytes, limits, choice);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new RefusedFile({ kind: 'not-a-workbook', looksLike: 'old-or-encrypted-workbook' });
  return openCsv(bytes, choice);
};
