import { readCell, type Cell, type CellProblem } from './read-cell.ts';
import { nameSearch, nameSort } from './name-order.ts';
import type { TemplateSheet } from './roster-template.ts';

/** A row of the template as it is staged: one text per staging column, and what is wrong with its cells. */
export type RosterRow = { values: (string | null)[]; problems: CellProblem[] };

// Columns that no heading names: they follow from the cell before them.
const derived: Readonly<Record<string, readonly string[]>> = { full_name: ['name_sort', 'name_search'], birth_date: ['birth_precision'] };

/** The columns of a sheet as they are staged, in the order of `RosterRow.values`: those of the template and those that follow from one. */
export const stagingColumns = (sheet: TemplateSheet): string[] => sheet.columns.flatMap(({ key }) => [key, ...(derived[key] ?? [])]);

const derive = (key: string, text: string | null, precision: string | undefined): (string | null)[] => {
  if (key === 'full_name') return text === null ? [null, null] : [nameSort(text), nameSearch(text)];
  return key === 'birth_date' ? [precision ?? 'day'] : [];
};

/** Reads a row whose cells stand in the order of the sheet's columns. A cell that can't be read is null and has a problem. */
export const readRosterRow = (sheet: TemplateSheet, cells: readonly Cell[]): RosterRow => {
  const values: (string | null)[] = [];
  const problems: CellProblem[] = [];
  let first: string | null = null;
  sheet.columns.forEach((column, i) => {
    const read = readCell(column, cells[i]);
    if (read.problem) problems.push(read.problem);
    if (column.key === 'valid_from') first = read.text;
    if (column.key === 'valid_to' && first !== null && read.text !== null && read.text < first) {
      problems.push({ column: 'valid_to', kind: 'ends-before-start', value: read.text });
    }
    values.push(read.text, ...derive(column.key, read.text, read.precision));
  });
  return { values, problems };
};
