import { rosterRowReader, type Cell, type CellOptions, type TemplateSheet } from '@saubac/domain/people';
import { RefusedFile } from './file-refusal.ts';
import { placesOfColumns } from './headings.ts';

/** A row as spreadsheet readers give it; `index` counts from 0. */
export type SheetRow = { index: number; values: readonly Cell[] };
export type StagedChunk = { rows: number; chunk: Uint8Array<ArrayBuffer> };

const chunkLength = 256 * 1024;
const encoder = new TextEncoder();

// Cell texts hold no control characters, so the backslash is the only sign that COPY reads otherwise.
const copyText = (text: string | null): string => (text === null ? '\\N' : text.includes('\\') ? text.replaceAll('\\', '\\\\') : text);

const told = (found: readonly unknown[]): string => (found.length > 0 ? copyText(JSON.stringify(found)) : '\\N');

const isBlank = (cell: Cell): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const assertNothingOutside = (sheet: TemplateSheet, row: SheetRow, places: readonly (number | undefined)[]): void => {
  const known = new Set(places);
  if (row.values.some((cell, i) => !isBlank(cell) && !known.has(i))) throw new RefusedFile({ kind: 'cell-outside-columns', sheet: sheet.name, row: row.index + 1 });
};

/** `lacking`: the columns that the file does not have. */
export type StageOptions = CellOptions & { lacking?: ReadonlySet<string> };

type Unstated = (cells: readonly Cell[]) => string;

// Of the columns that a file lacks those that a row says nothing of: one that was filled in since does say something.
const unstatedOf = (sheet: TemplateSheet, lacking: ReadonlySet<string>): Unstated => {
  const columns = sheet.columns.flatMap(({ key }, i) => (lacking.has(key) ? [{ key, i }] : []));
  return (cells) => {
    const blank = columns.filter(({ i }) => isBlank(cells[i]));
    return blank.length === 0 ? '\\N' : `{${blank.map(({ key }) => key).join()}}`;
  };
};

/**
 * Turns the rows of one sheet into chunks of COPY text: batch, row number (of a foreign sheet the reference), the staging columns, what of
 * `lacking` the row does not state, problems, mends. The first row holds the headings; blank rows are left out. Throws `RefusedFile` if the sheet
 * is not the template's.
 */
export async function* stageRows(sheet: TemplateSheet, batch: string, rows: AsyncIterable<SheetRow> | Iterable<SheetRow>, { lacking = new Set(), ...options }: StageOptions = {}): AsyncGenerator<StagedChunk> {
  const readRow = rosterRowReader(sheet, lacking, options);
  const unstated = unstatedOf(sheet, lacking);
  let places: (number | undefined)[] | undefined;
  let width = 0;
  let inOrder = false;
  let text = '';
  let count = 0;
  for await (const row of rows) {
    if (!places) {
      places = placesOfColumns(sheet, row.index === 0 ? row.values : []);
      width = sheet.columns.length;
      inOrder = places.every((place, i) => place === i);
      continue;
    }
    if (row.values.every(isBlank)) continue;
    if (row.values.length > width || !inOrder) assertNothingOutside(sheet, row, places);
    const cells = inOrder ? row.values : places.map((place) => (place === undefined ? null : row.values[place]));
    const { values, problems, mends } = readRow(cells);
    text += `${batch}\t${row.index + 1}`;
    for (const value of values) text += `\t${copyText(value)}`;
    text += `\t${unstated(cells)}\t${told(problems)}\t${told(mends)}\n`;
    count += 1;
    if (text.length < chunkLength) continue;
    yield { rows: count, chunk: encoder.encode(text) };
    text = '';
    count = 0;
  }
  if (!places) placesOfColumns(sheet, []);
  if (count > 0) yield { rows: count, chunk: encoder.encode(text) };
}
