import { z } from '@hono/zod-openapi';
import { layoutSchema } from '@saubac/domain/layouts';
import { rosterImport, sheet, unusedColumn } from './parts.ts';

const source = layoutSchema.shape.sheets.element.shape.columns.valueType;

const proposedSheet = z.object({
  name: z.string(),
  target: sheet.nullable().openapi({ description: 'Null: nothing in it is known; it is left out.' }),
  headerRow: z.int(),
  headerRows: z.int().openapi({ description: 'In how many rows the headings stand.' }),
  headings: z.array(z.string()).openapi({ description: 'The heading of each column of the file, in their order; empty: it has none.' }),
  firstRows: z.array(z.array(z.string())).openapi({ description: 'The first rows as the file has them.' }),
  columns: z.array(
    z.object({
      key: z.string(), heading: z.string(), required: z.boolean(),
      source: source.nullable().openapi({ description: 'Null: the file does not state it.' }),
      confidence: z.enum(['sure', 'likely', 'guess']).nullable(),
      why: z.enum(['heading', 'under-heading', 'words-in-heading', 'sub-columns', 'two-columns', 'cells', 'title', 'groups', 'sheet-name']).nullable(),
    }),
  ),
  missing: z.array(z.object({ key: z.string(), heading: z.string() })).openapi({ description: 'Required, and nothing was found for it.' }),
  unused: z.array(unusedColumn),
  sample: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) })).openapi({ description: 'Rows as they would be read, by columns of the template.' }),
});

/** How the file of an import is read, and what was proposed. */
export const importLayout = z
  .object({
    import: rosterImport,
    layout: layoutSchema.nullable(),
    proposal: z.object({ layout: layoutSchema.nullable(), sheets: z.array(proposedSheet), complete: z.boolean() }).nullable(),
  })
  .openapi('ImportLayout');
