import type { RowPlace, RowToKeep } from '@saubac/db/transfers';
import { rowIn, type SourceSheet } from '@saubac/domain/layouts';

import type { ShownRefusal } from './preview.ts';
import { sheetKeys, templateOf } from './workbook/index.ts';

/** The rows that somebody has to look at: those refused, those they are said to contradict, and those that were edited; in the order of the workbook. */
export const rowsToLookAt = (refusals: readonly ShownRefusal[], edited: readonly RowPlace[], sources: readonly SourceSheet[]): RowToKeep[] => {
  const rows = new Map<string, RowToKeep>();
  const at = ({ sheet, ref }: RowPlace): RowToKeep => {
    const key = `${sheet} ${ref}`;
    const { source, row } = rowIn(sources, ref);
    const kept = rows.get(key) ?? { sheet, ref, sheetName: source?.name ?? templateOf(sheet).name, row, kinds: [] };
    rows.set(key, kept);
    return kept;
  };
  for (const { sheet, ref, kind, params } of refusals) {
    const { kinds } = at({ sheet, ref });
    if (!kinds.includes(kind)) kinds.push(kind);
    if (typeof params['otherRef'] === 'number') at({ sheet, ref: params['otherRef'] });
  }
  for (const it of edited) at(it);
  return [...rows.values()].toSorted((a, b) => sheetKeys.indexOf(a.sheet) - sheetKeys.indexOf(b.sheet) || a.ref - b.ref);
};
