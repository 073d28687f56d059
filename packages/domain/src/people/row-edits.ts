import { cellText, readCell, type Cell } from './read-cell.ts';
import type { TemplateSheet } from './roster-template.ts';

type SheetKey = TemplateSheet['key'];

/**
 * What somebody corrects of a file before it is read: a cell, every cell of a column that says the same, or a row that is left out. A row is
 * named by the number under which it is staged.
 */
export type RowEdit =
  | { kind: 'cell'; sheet: SheetKey; ref: number; column: string; text: string }
  | { kind: 'leave-out'; sheet: SheetKey; ref: number }
  | { kind: 'same-value'; sheet: SheetKey; column: string; match: string; text: string };

/** How an edit met the file: what stood there (of the first row), and in how many rows. */
export type MetEdit = { id: string; was: string | null; rows: number };

/** Lays edits over the rows of one sheet; null: the row is left out. The cells stand in the order of the sheet's columns. */
export type SheetOverlay = { over: (ref: number, cells: readonly Cell[]) => readonly Cell[] | null; met: () => MetEdit[] };

type Kept = RowEdit & { id: string };
type SameValue = Extract<Kept, { kind: 'same-value' }>;

/** Why an edit can't be made. */
export type EditProblem = { kind: 'unknown-edit-column'; sheet: SheetKey; column: string };

/** Whether an edit names a column that its sheet has. */
export const editProblem = (sheet: TemplateSheet, edit: RowEdit): EditProblem | null =>
  edit.kind === 'leave-out' || sheet.columns.some(({ key }) => key === edit.column) ? null : { kind: 'unknown-edit-column', sheet: edit.sheet, column: edit.column };

// A value is met as it was typed and as it was read: lists of refusals show the one or the other.
const says = (sheet: TemplateSheet, { column, match }: SameValue, cell: Cell): boolean => {
  const text = cellText(cell);
  return text === match || (text !== '' && readCell(sheet.columns.find(({ key }) => key === column)!, cell).text === match);
};

/** The edits of one sheet, ready to be laid over its rows: the edit of a single cell goes before a rule for all that say the same. */
export const overlayOf = (sheet: TemplateSheet, all: readonly Kept[]): SheetOverlay | null => {
  const edits = all.filter((it) => it.sheet === sheet.key && editProblem(sheet, it) === null);
  if (edits.length === 0) return null;
  const place = (column: string): number => sheet.columns.findIndex(({ key }) => key === column);
  const ofRow = Map.groupBy(edits.filter((it) => it.kind !== 'same-value'), ({ ref }) => ref);
  const rules = edits.filter((it) => it.kind === 'same-value');
  const met = new Map<string, MetEdit>(edits.map(({ id }) => [id, { id, was: null, rows: 0 }]));
  const note = (id: string, was: string | null): void => {
    const it = met.get(id)!;
    met.set(id, { id, was: it.rows === 0 ? was : it.was, rows: it.rows + 1 });
  };
  const over = (ref: number, cells: readonly Cell[]): readonly Cell[] | null => {
    const own = ofRow.get(ref) ?? [];
    const out = own.find(({ kind }) => kind === 'leave-out');
    if (out) {
      note(out.id, null);
      return null;
    }
    let changed: Cell[] | undefined;
    const put = (id: string, column: string, text: string): void => {
      changed ??= sheet.columns.map((_, i) => cells[i]);
      note(id, cellText(cells[place(column)]));
      changed[place(column)] = text;
    };
    for (const it of rules) if (!own.some((other) => other.kind === 'cell' && other.column === it.column) && says(sheet, it, cells[place(it.column)])) put(it.id, it.column, it.text);
    for (const it of own) if (it.kind === 'cell') put(it.id, it.column, it.text);
    return changed ?? cells;
  };
  return { over, met: () => [...met.values()] };
};
