import { date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Who stands in for whom for some days, both inclusive. */
export const covers = pgTable('covers', {
  id: uuid('id').primaryKey().default(uuidv7),
  coveredId: uuid('covered_id').notNull(),
  coveringId: uuid('covering_id').notNull(),
  fromDay: date('from_day').notNull(),
  toDay: date('to_day').notNull(),
  reason: text('reason').notNull(),
  setBy: uuid('set_by'),
  setLabel: text('set_label').notNull(),
  setAt: moment('set_at').notNull(),
  endedBy: uuid('ended_by'),
  endedLabel: text('ended_label'),
  endedAt: moment('ended_at'),
});
