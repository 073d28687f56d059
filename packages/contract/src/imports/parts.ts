import { z } from '@hono/zod-openapi';
import { importStates } from '@saubac/domain/transfers';
import { id, shownDay, shownMoment } from '../frame/index.ts';

export const sheet = z.enum(['units', 'posts', 'people', 'certificates']);

/** A text in both languages. */
export const bothTexts = z.object({ vi: z.string(), en: z.string() });

/** Why something ended otherwise than asked. */
export const told = z.object({ code: z.string(), text: bothTexts });

const counts = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() });
const absence = z.object({ people: z.int(), first: z.array(z.object({ id, name: z.string(), unit: z.string() })).openapi({ description: 'The first of them, in the order of names.' }) });
const removal = z.object({
  sheet,
  subject: z.string(),
  what: z.string(),
  from: shownDay,
  to: shownDay.nullable(),
  left: z.array(z.object({ from: shownDay, to: shownDay.nullable() })).openapi({ description: 'The days that are left of it; none: it is gone.' }),
});

const skipped = z.object({ count: z.int(), first: z.array(z.int()).openapi({ description: 'Numbers of the first of these rows.' }) });

/** A column of a file that nothing is read from. */
export const unusedColumn = z.object({ heading: z.string(), letters: z.string(), filled: z.int() });

const reading = z.object({
  layout: z.object({ how: z.enum(['given', 'saved', 'proposed']), name: z.string().nullable() }),
  sheets: z.array(
    z.object({
      name: z.string(), sheet, rows: z.int(), data: z.int(), unused: z.array(unusedColumn),
      skipped: z.object({ blank: skipped, header: skipped, total: skipped, signature: skipped, group: skipped }).openapi({ description: 'Rows that are no data, by the reason; with `data` they are all rows.' }),
    }),
  ),
  leftOut: z.array(z.string()).openapi({ description: 'Sheets that are not read.' }),
});

const preview = z
  .object({
    effectiveDate: shownDay,
    mode: z.enum(['from-effective-date', 'correct']),
    reading: reading.nullable().openapi({ description: 'How a file that is not the template was read; null: it is the template.' }),
    counts: z.object({ units: counts, posts: counts, people: counts, certificates: counts }),
    peopleAdded: z.int(),
    claims: z.int().openapi({ description: 'New free texts about languages, kept as proposals.' }),
    removals: z.array(removal).openapi({ description: 'What a correction takes away.' }),
    absent: absence.nullable().openapi({ description: 'Who holds a post and is not in the file; listed only.' }),
    departing: absence.openapi({ description: 'Who is absent and departs, because the file is complete for a unit.' }),
    stranded: absence.openapi({ description: 'Who would go on holding a post in a unit that ends.' }),
    encoding: z.enum(['unicode', 'utf-16', 'windows-1258', 'tcvn3', 'vni']).openapi({ description: 'In which code the letters of the file were written; those of the fonts are told by their words.' }),
    mended: z.record(z.string(), z.int()).openapi({ description: 'How many cells were mended before they were taken, by the kind of mend.' }),
    listed: z.object({ changes: z.int(), refusals: z.int(), mends: z.int() }).openapi({ description: 'How many findings the lists of changes, refusals and mended cells hold.' }),
  })
  .openapi('ImportPreview');

/** An import of a roster. */
export const rosterImport = z
  .object({
    id,
    state: z.enum(importStates),
    fileName: z.string(),
    effectiveDate: shownDay,
    mode: z.enum(['from-effective-date', 'correct']),
    completeFor: z.string().nullable(),
    skipRefused: z.boolean(),
    progress: z.object({ rows: z.int(), of: z.int().nullable() }),
    preview: preview.nullable(),
    failure: told.nullable().openapi({ description: 'Why it was refused or failed, or why it is to be looked at again (`not-as-agreed`).' }),
    requestedBy: z.object({ id: id.nullable(), name: z.string() }),
    edits: z.int().openapi({ description: 'How many corrections are laid over the file.' }),
    uncheckedEdits: z.boolean().openapi({ description: 'Corrections were made that no check has seen: it has to be checked again before it can be agreed to.' }),
    sameFile: z.object({ id, by: z.string(), at: shownMoment }).nullable().openapi({ description: 'The latest other import of the very same file that was written.' }),
    undone: z.object({ by: z.object({ id: id.nullable(), name: z.string() }), at: shownMoment }).nullable().openapi({ description: 'Who took it back, and when.' }),
    version: z.int(),
    createdAt: shownMoment,
    endedAt: shownMoment.nullable(),
  })
  .openapi('Import');

/** A row that is new or changes what is kept. */
export const change = z
  .object({
    sheet,
    sheetName: z.string().openapi({ description: 'As the file calls it.' }),
    row: z.int().openapi({ description: 'As the spreadsheet counts.' }),
    ref: z.int().openapi({ description: 'The number of the row in the whole file: what an edit names.' }),
    kind: z.enum(['new', 'changed']),
    subject: z.string(),
    unit: z.string().nullable().openapi({ description: 'The unit that the row of somebody names.' }),
    since: shownDay.nullable(),
    fields: z.array(z.object({ column: z.string(), heading: z.string(), old: z.string().nullable(), new: z.string().nullable() })),
  })
  .openapi('ImportChange');

/** What may have been meant by a value that is not known. */
export const near = z.array(z.object({ code: z.string(), name: z.string() })).openapi({ description: 'What may have been meant.' });

/** A row that is refused. */
export const rowRefusal = z
  .object({ sheet, sheetName: z.string(), row: z.int(), ref: z.int(), column: z.string(), heading: z.string(), code: z.string(), value: z.string().nullable(), text: bothTexts, reason: bothTexts, hint: bothTexts.openapi({ description: 'What to do.' }), near })
  .openapi('ImportRefusal');

/** A cell that was mended before it was taken. */
export const mendedCell = z
  .object({ sheet, sheetName: z.string(), row: z.int(), column: z.string(), heading: z.string(), code: z.string(), from: z.string(), to: z.string(), text: bothTexts })
  .openapi('ImportMend');

/** A sheet of the template. */
export const templateSheet = z
  .object({ key: sheet, name: z.string(), columns: z.array(z.object({ key: z.string(), heading: z.string(), hint: bothTexts, required: z.boolean(), choices: z.array(z.string()).openapi({ description: 'The words that the cell may hold; none: it holds others.' }) })) })
  .openapi('RosterSheet');
