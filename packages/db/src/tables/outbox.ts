import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** Work to be done after a commit, written in the transaction that asks for it. */
export const outbox = pgTable('outbox', {
  id: uuid('id').primaryKey().default(uuidv7),
  kind: text('kind').notNull(),
  payload: jsonb('payload').notNull(),
  state: text('state').notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  failure: text('failure'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  takenAt: timestamp('taken_at', { withTimezone: true, mode: 'string' }),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
});
