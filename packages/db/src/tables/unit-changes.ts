import { date, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Changes of units as batches of operations. */
export const unitChanges = pgTable('unit_changes', {
  id: uuid('id').primaryKey().default(uuidv7),
  title: text('title').notNull(),
  onDate: date('on_date').notNull(),
  firstDay: date('first_day').notNull(),
  decisionNumber: text('decision_number'),
  decisionDate: date('decision_date'),
  why: text('why'),
  operations: jsonb('operations').notNull(),
  state: text('state').notNull().default('draft'),
  progress: smallint('progress').notNull().default(0),
  preview: jsonb('preview'),
  previewDigest: text('preview_digest'),
  failure: jsonb('failure'),
  preparedBy: uuid('prepared_by'),
  preparedLabel: text('prepared_label').notNull(),
  preparedAt: moment('prepared_at').notNull(),
  previewedBy: uuid('previewed_by'),
  previewedLabel: text('previewed_label'),
  committedBy: uuid('committed_by'),
  committedLabel: text('committed_label'),
  committedAt: moment('committed_at'),
  withdrawnBy: uuid('withdrawn_by'),
  withdrawnLabel: text('withdrawn_label'),
  withdrawnAt: moment('withdrawn_at'),
  version: integer('version').notNull().default(1),
});

/** Who goes where by name in a change of units. */
export const unitChangeMoves = pgTable(
  'unit_change_moves',
  {
    changeId: uuid('change_id').notNull(),
    rowNo: integer('row_no').notNull(),
    onDate: date('on_date').notNull(),
    personId: uuid('person_id').notNull(),
    fromUnit: text('from_unit'),
    toUnit: text('to_unit').notNull(),
    posting: jsonb('posting'),
  },
  (table) => [primaryKey({ columns: [table.changeId, table.rowNo] })],
);

/** What the preview of a change found, list by list. */
export const unitChangeFindings = pgTable(
  'unit_change_findings',
  { changeId: uuid('change_id').notNull(), list: text('list').notNull(), position: integer('position').notNull(), finding: jsonb('finding').notNull() },
  (table) => [primaryKey({ columns: [table.changeId, table.list, table.position] })],
);

/** The rows that a committed change wrote, as they were before and as it left them. */
export const unitChangeEffects = pgTable(
  'unit_change_effects',
  { changeId: uuid('change_id').notNull(), kind: text('kind').notNull(), subjectId: uuid('subject_id').notNull(), before: jsonb('before'), after: jsonb('after') },
  (table) => [primaryKey({ columns: [table.changeId, table.kind, table.subjectId] })],
);
