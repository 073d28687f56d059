import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Unzip, UnzipInflate, unzipSync, Zip, ZipDeflate } from 'fflate';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { guardedFormula, rosterTemplate, type TemplateSheet } from '@saubac/domain/people';
import type { SheetKey } from './sheet-order.ts';
import { exampleSheet, instructionsSheet, widthOf } from './write-template.ts';

/** The cell texts of one row by column key, as an officer would write them; absent keys are blank cells. */
export type RosterCells = Readonly<Record<string, string | null | undefined>>;
export type RosterRows = Iterable<RosterCells> | AsyncIterable<RosterCells>;
export type RosterSheets = Partial<Readonly<Record<SheetKey, RosterRows>>>;

type Part = { name: string; bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

// The same rows must give the same file, byte for byte.
const noTime = new Date(1980, 0, 1);

async function* cellRows(sheet: TemplateSheet, rows: RosterRows): AsyncGenerator<(string | null)[]> {
  for await (const row of rows) {
    yield sheet.columns.map(({ key }) => {
      const text = row[key];
      return text === undefined || text === null || text === '' ? null : guardedFormula(text);
    });
  }
}

// The streaming writer of the library makes workbooks of one sheet, so the sheet is taken out of one and put into ours.
async function* sheetXml(sheet: TemplateSheet, rows: RosterRows): AsyncGenerator<Uint8Array> {
  const columns = sheet.columns.map((column) => ({ header: column.heading, width: widthOf(column) }));
  const ready: Uint8Array[] = [];
  const unzip = new Unzip((file) => {
    if (file.name !== 'xl/worksheets/sheet1.xml') return;
    file.ondata = (error, chunk) => {
      if (error) throw error;
      ready.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of writeXlsxStream(cellRows(sheet, rows), { name: sheet.name, columns, freezePane: { rows: 1 } })) {
    unzip.push(chunk);
    yield* ready.splice(0);
  }
  unzip.push(new Uint8Array(0), true);
  yield* ready;
}

async function* zipped(parts: Iterable<Part>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, bytes } of parts) {
    const entry = new ZipDeflate(name, { level: 3 });
    entry.mtime = noTime;
    zip.add(entry);
    for await (const chunk of bytes) {
      entry.push(chunk);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready;
}

const frame = async (): Promise<Record<string, Uint8Array>> =>
  unzipSync(
    await writeXlsx({
      sheets: [instructionsSheet('vi'), ...rosterTemplate.map(({ name }) => ({ name, rows: [] })), exampleSheet()],
      stringMode: 'inline',
      properties: { created: noTime, modified: noTime },
    }),
  );

/** The bytes of a roster workbook, written as its rows come: memory does not grow with them. */
export async function* rosterWorkbook(sheets: RosterSheets): AsyncGenerator<Uint8Array> {
  const parts = Object.entries(await frame()).map(([name, bytes]): Part => {
    const number = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]);
    const sheet = rosterTemplate[number - 2];
    return { name, bytes: sheet ? sheetXml(sheet, sheets[sheet.key] ?? []) : [bytes] };
  });
  yield* zipped(parts);
}

/** Writes a roster workbook to a file that its owner alone may read: it names people. Sheets that are not given are there with their headings only. */
export const writeRosterWorkbook = (path: string, sheets: RosterSheets): Promise<void> =>
  pipeline(Readable.from(rosterWorkbook(sheets)), createWriteStream(path, { mode: 0o600 }));
