import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { guardedFormula } from '@saubac/domain/people';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';

/** What stands in a cell of a list: a text, a figure that can be reckoned with, or nothing. */
export type ListCell = string | number | null;

/** A list as it is taken out: the name of its sheet, the headings with the width of their columns, the cells of its rows. */
export type List = { name: string; columns: readonly { heading: string; width: number }[]; rows: AsyncIterable<readonly ListCell[]> };

const guarded = (cell: ListCell): ListCell => (typeof cell === 'string' ? guardedFormula(cell) : cell);

async function* withHeadings({ columns, rows }: List): AsyncGenerator<string[]> {
  yield columns.map(({ heading }) => heading);
  for await (const row of rows) yield row.map((cell) => String(guarded(cell) ?? ''));
}

async function* cells({ rows }: List): AsyncGenerator<ListCell[]> {
  for await (const row of rows) yield row.map(guarded);
}

/**
 * Writes a list to a file that its owner alone may read, as its rows come. A text that looks like a formula is guarded by an
 * apostrophe, in xlsx too: a cell of text is calculated by nobody, but somebody may save it as csv.
 */
export const writeList = (path: string, format: 'xlsx' | 'csv', list: List): Promise<void> => {
  const file = createWriteStream(path, { mode: 0o600 });
  if (format === 'csv') return pipeline(Readable.from(writeCsvStream(withHeadings(list), { headers: false, bom: true })), file);
  const columns = list.columns.map(({ heading, width }) => ({ header: heading, width }));
  return pipeline(Readable.from(writeXlsxStream(cells(list), { name: list.name, columns, freezePane: { rows: 1 } })), file);
};
