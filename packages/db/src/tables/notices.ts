import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** What somebody is told, once for each thing. */
export const notices = pgTable('notices', {
  id: uuid('id').primaryKey().default(uuidv7),
  userId: uuid('user_id').notNull(),
  key: text('key').notNull(),
  kind: text('kind').notNull(),
  caseId: uuid('case_id').notNull(),
  createdAt: moment('created_at').notNull(),
  urgent: boolean('urgent').notNull(),
  readAt: moment('read_at'),
  mailedAt: moment('mailed_at'),
});
