import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Files of the tenant; the object itself is kept under the tenant's id and this one. */
export const files = pgTable('files', {
  id: uuid('id').primaryKey().default(uuidv7),
  purpose: text('purpose').notNull(),
  certificateId: uuid('certificate_id'),
  dutyId: uuid('duty_id'),
  sha256: text('sha256').notNull(),
  mediaType: text('media_type').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  originalName: text('original_name').notNull(),
  ownerUser: uuid('owner_user'),
  ownerLabel: text('owner_label'),
  pluginId: text('plugin_id'),
  createdAt: moment('created_at').notNull(),
  deletedAt: moment('deleted_at'),
});

/** Imports of rosters as they go on. */
export const imports = pgTable('imports', {
  id: uuid('id').primaryKey().default(uuidv7),
  fileId: uuid('file_id').notNull(),
  effectiveDate: date('effective_date').notNull(),
  mode: text('mode').notNull(),
  completeFor: text('complete_for'),
  skipRefused: boolean('skip_refused').notNull(),
  scopeUnits: uuid('scope_units').array(),
  state: text('state').notNull(),
  progressRows: integer('progress_rows').notNull().default(0),
  progressOf: integer('progress_of'),
  preview: jsonb('preview'),
  previewDigest: text('preview_digest'),
  uncheckedEdits: boolean('unchecked_edits').notNull().default(false),
  batchId: uuid('batch_id'),
  failure: jsonb('failure'),
  requestedBy: uuid('requested_by'),
  requestedLabel: text('requested_label').notNull(),
  committedBy: uuid('committed_by'),
  committedLabel: text('committed_label'),
  undoneBy: uuid('undone_by'),
  undoneLabel: text('undone_label'),
  undoneAt: moment('undone_at'),
  undoWhy: text('undo_why'),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  endedAt: moment('ended_at'),
  layout: jsonb('layout'),
  proposal: jsonb('proposal'),
});

/** How sheets that are not the template are read, as somebody confirmed it. */
export const importLayouts = pgTable('import_layouts', {
  id: uuid('id').primaryKey().default(uuidv7),
  name: text('name').notNull(),
  fingerprint: text('fingerprint').notNull(),
  definition: jsonb('definition').notNull(),
  version: integer('version').notNull().default(1),
  confirmedBy: uuid('confirmed_by'),
  confirmedLabel: text('confirmed_label').notNull(),
  confirmedAt: moment('confirmed_at').notNull(),
});

/** What the check of an import found, row by row. */
export const importFindings = pgTable(
  'import_findings',
  { importId: uuid('import_id').notNull(), list: text('list').notNull(), position: integer('position').notNull(), finding: jsonb('finding').notNull() },
  (table) => [primaryKey({ columns: [table.importId, table.list, table.position] })],
);

/** Corrections laid over the file of an import. */
export const importEdits = pgTable('import_edits', {
  id: uuid('id').primaryKey().default(uuidv7),
  importId: uuid('import_id').notNull(),
  sheet: text('sheet').notNull(),
  rowRef: integer('row_ref'),
  columnKey: text('column_key'),
  matchText: text('match_text'),
  text: text('text'),
  was: text('was'),
  met: integer('met'),
  byUser: uuid('by_user'),
  byLabel: text('by_label').notNull(),
  at: moment('at').notNull(),
});

/** Rows of a file that somebody has to look at, as they were read. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid('import_id').notNull(),
    sheet: text('sheet').notNull(),
    rowRef: integer('row_ref').notNull(),
    sheetName: text('sheet_name').notNull(),
    rowNo: integer('row_no').notNull(),
    position: integer('position').notNull(),
    cells: jsonb('cells').notNull(),
    kinds: text('kinds').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sheet, table.rowRef] })],
);

/** What stood there before an import wrote. */
export const importUndo = pgTable(
  'import_undo',
  { batchId: uuid('batch_id').notNull(), tableName: text('table_name').notNull(), subjectId: uuid('subject_id').notNull(), rows: jsonb('rows') },
  (table) => [primaryKey({ columns: [table.batchId, table.tableName, table.subjectId] })],
);

/** Exports as they go on. */
export const exports = pgTable('exports', {
  id: uuid('id').primaryKey().default(uuidv7),
  kind: text('kind').notNull(),
  format: text('format').notNull(),
  locale: text('locale').notNull(),
  params: jsonb('params').notNull(),
  state: text('state').notNull(),
  progressRows: integer('progress_rows').notNull().default(0),
  fileId: uuid('file_id'),
  scopeUnits: uuid('scope_units').array(),
  failure: jsonb('failure'),
  requestedBy: uuid('requested_by'),
  requestedLabel: text('requested_label').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  endedAt: moment('ended_at'),
  expiresAt: moment('expires_at'),
});

/** Links to the files of exports. */
export const exportLinks = pgTable('export_links', {
  id: uuid('id').primaryKey().default(uuidv7),
  exportId: uuid('export_id').notNull(),
  digest: text('digest').notNull(),
  expiresAt: moment('expires_at').notNull(),
});
