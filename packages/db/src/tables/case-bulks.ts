import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** The same move in many cases. */
export const caseBulks = pgTable('case_bulks', {
  id: uuid('id').primaryKey().default(uuidv7),
  move: text('move').notNull(),
  reason: text('reason'),
  state: text('state').notNull().default('queued'),
  askedBy: uuid('asked_by'),
  askedLabel: text('asked_label').notNull(),
  askedAt: moment('asked_at').notNull(),
  endedAt: moment('ended_at'),
});

/** One case of a bulk move, as it was seen, and what became of it. */
export const caseBulkItems = pgTable(
  'case_bulk_items',
  { bulkId: uuid('bulk_id').notNull(), place: integer('place').notNull(), caseId: uuid('case_id').notNull(), version: integer('version').notNull(), outcome: jsonb('outcome') },
  (table) => [primaryKey({ columns: [table.bulkId, table.place] })],
);
