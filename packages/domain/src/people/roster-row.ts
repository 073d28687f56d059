import { contradicts } from './id-number.ts';
import type { Mend } from './mend.ts';
import { nameKeys } from './name-order.ts';
import { readCell, type Cell, type CellOptions, type CellProblem, type CellReading } from './read-cell.ts';
import { remembered } from './remembered.ts';
import type { TemplateColumn, TemplateSheet } from './roster-template.ts';

/** A row of the template as it is staged: one text per staging column, what is wrong with its cells, and what was mended in them. */
export type RosterRow = { values: (string | null)[]; problems: CellProblem[]; mends: Mend[] };

// Columns that no heading names: they follow from the cell before them.
const derived: Readonly<Record<string, readonly string[]>> = { full_name: ['name_sort', 'name_search'], birth_date: ['birth_precision'] };

/** The columns of a sheet as they are staged, in the order of `RosterRow.values`: those of the template and those that follow from one. */
export const stagingColumns = (sheet: TemplateSheet): string[] => sheet.columns.flatMap(({ key }) => [key, ...(derived[key] ?? [])]);

const mostlyUnique = new Set<TemplateColumn['reading']>(['id-number', 'text']);

const unknown: CellReading = { text: null };
const noColumns: ReadonlySet<string> = new Set();

// A blank cell of a column that the file has no place for says nothing, not even what a blank one means.
const cellReader = (column: TemplateColumn, stated: boolean, options: CellOptions): ((cell: Cell) => CellReading) => {
  const read = (cell: Cell): CellReading => readCell(column, cell, options);
  const blank = stated || column.required ? read(null) : unknown;
  const readText = mostlyUnique.has(column.reading) ? read : remembered<CellReading>(read);
  const isBlank = stated ? () => false : (text: string) => text.trim() === '';
  return (cell) => (cell === null || cell === undefined ? blank : typeof cell === 'string' ? (isBlank(cell) ? blank : readText(cell)) : read(cell));
};

/**
 * A reader of rows whose cells stand in the order of the sheet's columns. A cell that can't be read is null and has a problem. `unstated`
 * are the columns that the file does not have: blank cells of theirs are null whatever a blank cell means.
 */
export const rosterRowReader = (sheet: TemplateSheet, unstated = noColumns, options: CellOptions = {}): ((cells: readonly Cell[]) => RosterRow) => {
  const columns = sheet.columns.map((column) => ({ key: column.key, read: cellReader(column, !unstated.has(column.key), options) }));
  const birth = stagingColumns(sheet).indexOf('birth_date');
  const sex = stagingColumns(sheet).indexOf('sex');
  return (cells) => {
    const row = readRow(columns, cells);
    return row.mends.length > 0 ? withBelievedNumber(row, row.values[birth] ?? null, row.values[sex] ?? null) : row;
  };
};

// Zeros are only given back to a number that says of birth and sex what the row says.
const withBelievedNumber = (row: RosterRow, birth: string | null, sex: string | null): RosterRow => {
  const padded = row.mends.find(({ kind }) => kind === 'id-number-zeros');
  if (!padded || !contradicts(padded.to, birth, sex)) return row;
  const { column, from } = padded;
  return {
    values: row.values.map((value, i) => (i === 0 ? null : value)),
    problems: [...row.problems, { column, kind: 'id-number-lost-zeros', value: from }],
    mends: row.mends.filter((it) => it !== padded),
  };
};

const noMends: Mend[] = [];

const readRow = (columns: readonly { key: string; read: (cell: Cell) => CellReading }[], cells: readonly Cell[]): RosterRow => {
  const values: (string | null)[] = [];
  const problems: CellProblem[] = [];
  let mends = noMends;
  let first: string | null = null;
  for (let i = 0; i < columns.length; i += 1) {
    const { key, read: readIt } = columns[i]!;
    const { text, problem, precision, mends: ofCell } = readIt(cells[i]);
    values.push(text);
    if (problem) problems.push(problem);
    if (ofCell) mends = [...mends, ...ofCell.map((it) => ({ ...it, column: key }))];
    if (key === 'full_name') values.push(...(text === null ? [null, null] : nameKeys(text)));
    else if (key === 'birth_date') values.push(precision ?? 'day');
    else if (key === 'valid_from') first = text;
    else if (key === 'valid_to' && first !== null && text !== null && text < first) problems.push({ column: key, kind: 'ends-before-start', value: text });
  }
  return { values, problems, mends };
};
