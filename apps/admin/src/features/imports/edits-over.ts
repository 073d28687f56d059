import type { Edit, RowToLookAt } from './queries.ts';

/** The corrections of an import, to be asked for what they make of a cell. */
export type EditsOver = {
  /** What a cell will say at the next check; undefined: what it says. */
  textOf: (row: Pick<RowToLookAt, 'sheet' | 'ref' | 'cells'>, column: string) => string | undefined;
  isLeftOut: (row: Pick<RowToLookAt, 'sheet' | 'ref'>) => string | undefined;
  /** The correction of all cells of a column that say something. */
  ofValue: (sheet: string, column: string, value: string) => Edit | undefined;
};

const keyOf = (...parts: (string | number | null)[]): string => JSON.stringify(parts);

/** Lays corrections over rows as the server will: that of a single cell goes before one for all that say the same. */
export const editsOver = (edits: readonly Edit[]): EditsOver => {
  const cells = new Map(edits.flatMap((it) => (it.kind === 'cell' ? [[keyOf(it.sheet, it.ref, it.column), it.text ?? ''] as const] : [])));
  const values = new Map(edits.flatMap((it) => (it.kind === 'same-value' ? [[keyOf(it.sheet, it.column, it.match), it] as const] : [])));
  const left = new Map(edits.flatMap((it) => (it.kind === 'leave-out' ? [[keyOf(it.sheet, it.ref), it.id] as const] : [])));
  return {
    textOf: ({ sheet, ref, cells: own }, column) => cells.get(keyOf(sheet, ref, column)) ?? values.get(keyOf(sheet, column, own[column] ?? ''))?.text ?? undefined,
    isLeftOut: ({ sheet, ref }) => left.get(keyOf(sheet, ref)),
    ofValue: (sheet, column, value) => values.get(keyOf(sheet, column, value)),
  };
};
