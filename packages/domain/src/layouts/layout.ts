import { z } from 'zod';

// No database keeps a control character in a document.
const text = (most: number) => z.string().max(most).refine((it) => !/[\p{Cc}\p{Cs}]/u.test(it), { error: 'plain-text' });

const heading = text(400).min(1);

/** A column of a sheet by its heading; `nth` counts those of the same heading, from 0. */
const column = z.strictObject({ heading, nth: z.int().min(0).max(99) });

const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('column'), ...column.shape }),
  /** Texts of several columns, joined by a space or `by` another sign. */
  z.strictObject({ from: z.literal('joined'), columns: z.array(column).min(2).max(6), by: z.enum(['/', ', ', '; ']).optional() }),
  /** The first of several columns that is filled. */
  z.strictObject({ from: z.literal('first-filled'), columns: z.array(column).min(2).max(6) }),
  /** Which of several columns is filled tells the value. */
  z.strictObject({ from: z.literal('which-filled'), columns: z.array(column.extend({ value: text(200).min(1) })).min(2).max(6) }),
  z.strictObject({ from: z.literal('constant'), value: text(200).min(1) }),
  /** The row that heads a group of rows. */
  z.strictObject({ from: z.literal('group') }),
  z.strictObject({ from: z.literal('sheet-name') }),
  /** A cell above the headings, by row and column from 0; `after` is what stands in it before the value. */
  z.strictObject({ from: z.literal('title'), row: z.int().min(0).max(59), column: z.int().min(0).max(255), after: text(200) }),
]);

const target = z.enum(['units', 'posts', 'people', 'certificates']);

const sheetRule = z.strictObject({
  /** What the rows of such sheets are; null: such sheets are left out. */
  target: target.nullable(),
  /** What the sheet was called when the rule was made: tells apart rules for sheets of the same headings. */
  name: text(200),
  /** The headings, in the order of the columns. */
  headings: z.array(heading).min(1).max(256),
  /** Source of each column of the template; a column that is not here is not stated. */
  columns: z.record(z.string().max(40).regex(/^[a-z_]+$/), source),
});

/** How the sheets of a file that is not the product's template are read. Checked wherever one comes in from outside. */
export const layoutSchema = z.strictObject({ format: z.literal(1), sheets: z.array(sheetRule).min(1).max(100) });

export type Layout = z.infer<typeof layoutSchema>;

/** The layout that a file is read with, and where it came from: from somebody for this file, from those saved (by its name), from the proposal. */
export type ChosenLayout = { how: 'given' | 'saved' | 'proposed'; name: string | null; definition: Layout };

export type SheetRule = z.infer<typeof sheetRule>;
export type ColumnSource = z.infer<typeof source>;
export type SourceColumn = z.infer<typeof column>;
