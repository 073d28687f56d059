import type { KeptRow } from '@saubac/db/transfers';
import { writeCell } from '@saubac/domain/people';

import { type SheetKey, templateOf } from '../roster/index.ts';

/** A row that is kept of an import, with its cells as an officer would write them; one that can't be read keeps what was typed. */
export type ShownRow = { sheet: SheetKey; sheetName: string; row: number; ref: number; cells: Record<string, string> };

type StagedProblem = { column: string; value: string };

const problemsOf = ({ cells }: Pick<KeptRow, 'cells'>): StagedProblem[] => (cells['problems'] ? (JSON.parse(cells['problems']) as StagedProblem[]) : []);

// A column that the file does not have says nothing, whatever a blank cell of it would mean.
const isUnstated = ({ cells }: Pick<KeptRow, 'cells'>, key: string): boolean => (cells['unstated'] ?? '').slice(1, -1).split(',').includes(key);

const precisionOf = ({ cells }: Pick<KeptRow, 'cells'>) => (cells['birth_precision'] ?? 'day') as 'day' | 'month' | 'year';

const cellOf = (row: Pick<KeptRow, 'sheet' | 'cells'>, problems: readonly StagedProblem[], key: string): string => {
  const column = templateOf(row.sheet).columns.find((it) => it.key === key);
  const value = row.cells[key] ?? null;
  const problem = problems.find((it) => it.column === key);
  if (value === null && problem) return problem.value;
  if (value === null && isUnstated(row, key)) return '';
  return column ? writeCell(column, value, key === 'birth_date' ? precisionOf(row) : 'day') : '';
};

/** The text of one cell of a kept row. */
export const textOfCell = (row: Pick<KeptRow, 'sheet' | 'cells'>, key: string): string => cellOf(row, problemsOf(row), key);

/** A kept row as it is shown. */
export const shownRow = (row: KeptRow): ShownRow => {
  const problems = problemsOf(row);
  return { sheet: row.sheet, sheetName: row.sheetName, row: row.row, ref: row.ref, cells: Object.fromEntries(templateOf(row.sheet).columns.map(({ key }) => [key, cellOf(row, problems, key)])) };
};
