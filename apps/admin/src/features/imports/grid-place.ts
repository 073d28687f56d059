/** A cell of a grid, from 0. */
export type Place = { row: number; column: number };

/** How large a grid is, and how many rows a page of it has. */
export type GridSize = { rows: number; columns: number; page: number };

const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

/** Where a key leads in a grid, as spreadsheets do it; undefined: it is no key of movement. */
export const placeAfterKey = ({ row, column }: Place, { key, ctrl }: { key: string; ctrl: boolean }, { rows, columns, page }: GridSize): Place | undefined => {
  const to = (nextRow: number, nextColumn: number): Place => ({ row: within(nextRow, rows), column: within(nextColumn, columns) });
  if (key === 'ArrowDown') return to(ctrl ? rows : row + 1, column);
  if (key === 'ArrowUp') return to(ctrl ? 0 : row - 1, column);
  if (key === 'ArrowRight') return to(row, ctrl ? columns : column + 1);
  if (key === 'ArrowLeft') return to(row, ctrl ? 0 : column - 1);
  if (key === 'PageDown') return to(row + page, column);
  if (key === 'PageUp') return to(row - page, column);
  if (key === 'Home') return to(ctrl ? 0 : row, 0);
  if (key === 'End') return to(ctrl ? rows : row, columns);
  return undefined;
};
