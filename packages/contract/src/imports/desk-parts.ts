import { z } from '@hono/zod-openapi';
import { cellOf, id, shownMoment } from '../frame/index.ts';
import { bothTexts, near, rosterImport, rowRefusal, sheet } from './parts.ts';

const ref = z.int().min(1).max(2_000_000_000).openapi({ description: 'The number under which the row is staged, as rows and refusals name it.' });
const column = z.string().min(1).max(40).regex(/^[a-z_]+$/).openapi({ description: 'The key of a column of the template.', example: 'unit_code' });
// Whatever somebody types into a cell; what can't be read is refused by the next check, with the reason.
const text = cellOf(1_000);

/** A correction of a file: a cell, every cell of a column that says the same, or a row that is left out. */
export const rowEdit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('cell'), sheet, ref, column, text }),
    z.object({ kind: z.literal('leave-out'), sheet, ref }),
    z.object({ kind: z.literal('same-value'), sheet, column, match: text.min(1).openapi({ description: 'What the cells say, as the list of rows or of refusals shows it.' }), text }),
  ])
  .openapi('ImportRowEdit');

/** Corrections that are made together. */
export const rowEdits = z.object({ edits: z.array(rowEdit).min(1).max(1_000) });

/** A correction as it stands. */
export const shownEdit = z
  .object({
    id,
    kind: z.enum(['cell', 'leave-out', 'same-value']),
    sheet,
    ref: ref.nullable(),
    column: column.nullable(),
    match: z.string().nullable(),
    text: z.string().nullable(),
    was: z.string().nullable().openapi({ description: 'What stands there in the file, as far as it has been read.' }),
    met: z.int().nullable().openapi({ description: 'In how many rows the last check found it; null: it has not been checked yet.' }),
    by: z.object({ id: id.nullable(), name: z.string() }),
    at: shownMoment,
  })
  .openapi('ImportEdit');

/** An import with the corrections that were made, or taken away. */
export const editedImport = z.object({ import: rosterImport, edits: z.array(shownEdit) }).openapi('EditedImport');

/** A row that somebody has to look at. */
export const rowToLookAt = z
  .object({
    sheet,
    sheetName: z.string(),
    row: z.int().openapi({ description: 'As the spreadsheet counts.' }),
    ref,
    cells: z.record(z.string(), z.string()).openapi({ description: 'Every cell by the key of its column, as it was read; what could not be read as it was typed.' }),
    refusals: z.array(rowRefusal).openapi({ description: 'Why it is refused; none: another row is said to contradict it, or it was corrected.' }),
    edits: z.array(z.object({ id, column: column.nullable() })),
  })
  .openapi('ImportRow');

/** How many rows each kind of refusal has. */
export const refusalKind = z.object({ sheet, code: z.string(), rows: z.int(), reason: bothTexts }).openapi('ImportRefusalKind');

/** A value that was refused, once for all rows that say it. */
export const refusedValue = z
  .object({ sheet, code: z.string(), column: z.string(), heading: z.string(), value: z.string(), rows: z.int(), reason: bothTexts, hint: bothTexts, near })
  .openapi('ImportRefusedValue');

/** What taking a written import back would do. */
export const undoPreview = z
  .object({
    import: rosterImport,
    writtenAt: shownMoment,
    until: shownMoment.openapi({ description: 'It can be taken back until then.' }),
    subjects: z.int(),
    counts: z.array(z.object({ act: z.string(), text: bothTexts, subjects: z.int() })).openapi({ description: 'What the import did, which would be taken back.' }),
    blockers: z
      .array(
        z.object({
          act: z.string().nullable(),
          table: z.string().nullable(),
          at: shownMoment.nullable(),
          by: z.string().nullable(),
          subjects: z.int(),
          first: z.array(z.string()).openapi({ description: 'The first of whom or what it is about.' }),
          text: bothTexts,
        }),
      )
      .openapi({ description: 'What later depends on it, the earliest first; while there is any, it can not be taken back.' }),
    notes: z.array(z.object({ act: z.string(), at: shownMoment, by: z.string(), text: bothTexts })).openapi({ description: 'What was closed or signed on the ground of it, and stays.' }),
  })
  .openapi('ImportUndoPreview');

/** Something that a written import did. */
export const undoSubject = z.object({ id, act: z.string(), label: z.string().nullable() }).openapi('ImportUndoSubject');
