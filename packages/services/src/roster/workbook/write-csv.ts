import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCsvStream } from 'hucre/csv';
import { guardedFormula } from '@saubac/domain/people';
import { templateOf, type SheetKey } from './sheet-order.ts';
import type { RosterRows } from './write-workbook.ts';

async function* lines(key: SheetKey, rows: RosterRows): AsyncGenerator<string[]> {
  const { columns } = templateOf(key);
  yield columns.map(({ heading }) => heading);
  for await (const row of rows) yield columns.map((column) => guardedFormula(row[column.key] ?? ''));
}

/** Writes one sheet of a roster as csv (UTF-8 with a byte order mark, so that spreadsheets see its letters); texts that look like formulas are guarded. Its owner alone may read it. */
export const writeRosterCsv = (path: string, key: SheetKey, rows: RosterRows): Promise<void> =>
  pipeline(Readable.from(writeCsvStream(lines(key, rows), { headers: false, bom: true })), createWriteStream(path, { mode: 0o600 }));
