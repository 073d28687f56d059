import type { Cell, TemplateSheet } from '@saubac/domain/people';
import { rowRef } from '@saubac/domain/layouts';
import type { SheetRow } from './stage-rows.ts';

/** Reads the rows of one foreign sheet one by one: the cells of a row in the order of the template's columns, null for a row that is no data. */
export type RowReader = (values: readonly Cell[], row: number) => readonly Cell[] | null;

/**
 * The rows of a foreign sheet as rows of the template: its headings first, then what `read` makes of each row of data. A row's index is
 * that of its reference (`rowRef`), by which it is staged.
 */
export async function* mapped(rows: AsyncIterable<SheetRow> | Iterable<SheetRow>, sheet: TemplateSheet, source: number, read: RowReader): AsyncGenerator<SheetRow> {
  yield { index: 0, values: sheet.columns.map(({ heading }) => heading) };
  for await (const { index, values } of rows) {
    const cells = read(values, index + 1);
    if (cells) yield { index: rowRef(source, index + 1) - 1, values: cells };
  }
}
