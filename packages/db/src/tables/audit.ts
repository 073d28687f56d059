import { bigint, boolean, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** The one row that says how far the audit has come: its position is the data version of the tenant. */
export const dataHead = pgTable('data_head', {
  id: uuid('id').primaryKey().default(uuidv7),
  onlyRow: boolean('only_row').notNull().default(true),
  position: bigint('position', { mode: 'number' }).notNull().default(0),
  digest: text('digest').notNull().default(''),
});

/** One row for each act, chained by digests. */
export const auditEntries = pgTable('audit_entries', {
  id: uuid('id').primaryKey().default(uuidv7),
  position: bigint('position', { mode: 'number' }).notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
  actorId: uuid('actor_id'),
  actorLabel: text('actor_label').notNull(),
  act: text('act').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: uuid('subject_id'),
  why: text('why'),
  payloadDigest: text('payload_digest').notNull(),
  previousDigest: text('previous_digest').notNull(),
  digest: text('digest').notNull(),
});

/** What an act changed; may be erased with trace. */
export const auditPayloads = pgTable('audit_payloads', {
  entryId: uuid('entry_id').primaryKey(),
  salt: text('salt').notNull(),
  before: jsonb('before'),
  after: jsonb('after'),
});

/** The rows of a bulk write. */
export const auditDetails = pgTable('audit_details', {
  id: uuid('id').primaryKey().default(uuidv7),
  entryId: uuid('entry_id').notNull(),
  subjectId: uuid('subject_id').notNull(),
  act: text('act').notNull(),
  before: jsonb('before'),
  after: jsonb('after'),
});

/** Who opened whose file: one row for each reader, person, what was read and hour. */
export const auditPersonReads = pgTable('audit_person_reads', {
  id: uuid('id').primaryKey().default(uuidv7),
  personId: uuid('person_id').notNull(),
  userId: uuid('user_id'),
  what: text('what').notNull(),
  hour: timestamp('hour', { withTimezone: true, mode: 'string' }).notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
});
