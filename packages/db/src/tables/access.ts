import { date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** Roles given to users: on the whole tenant (no unit) or along a line from a unit down, from a day to before another. */
export const grants = pgTable('grants', {
  id: uuid('id').primaryKey().default(uuidv7),
  userId: uuid('user_id').notNull(),
  role: text('role').notNull(),
  unitId: uuid('unit_id'),
  line: text('line').notNull().default('uses'),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
  grantedBy: uuid('granted_by'),
  version: integer('version').notNull().default(1),
});

/** What came of a creating request, kept for a day so that the same request sent again creates nothing. */
export const idempotencyKeys = pgTable('idempotency_keys', {
  id: uuid('id').primaryKey().default(uuidv7),
  actorId: uuid('actor_id').notNull(),
  key: text('key').notNull(),
  requestDigest: text('request_digest').notNull(),
  outcome: jsonb('outcome').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});
