import { date, integer, jsonb, numeric, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** Certificates, degrees and completions. */
export const certificates = pgTable('certificates', {
  id: uuid('id').primaryKey().default(uuidv7),
  personId: uuid('person_id').notNull(),
  typeCode: text('type_code').notNull(),
  languageCode: text('language_code').notNull(),
  number: text('number'),
  issuerId: uuid('issuer_id'),
  issuerName: text('issuer_name'),
  examDate: date('exam_date').notNull(),
  expiresOn: date('expires_on'),
  score: numeric('score', { precision: 6, scale: 2, mode: 'number' }),
  listening: numeric('listening', { precision: 6, scale: 2, mode: 'number' }),
  reading: numeric('reading', { precision: 6, scale: 2, mode: 'number' }),
  speaking: numeric('speaking', { precision: 6, scale: 2, mode: 'number' }),
  writing: numeric('writing', { precision: 6, scale: 2, mode: 'number' }),
  grade: text('grade'),
  state: text('state').notNull().default('declared'),
  version: integer('version').notNull().default(1),
  enteredBy: uuid('entered_by'),
  enteredLabel: text('entered_label'),
  enteredAt: timestamp('entered_at', { withTimezone: true, mode: 'string' }),
  verifiedBy: uuid('verified_by'),
  verifiedLabel: text('verified_label'),
  verifiedAt: timestamp('verified_at', { withTimezone: true, mode: 'string' }),
  stateReason: text('state_reason'),
});

/** Decisions on the level of one certificate. */
export const levelDecisions = pgTable('level_decisions', {
  id: uuid('id').primaryKey().default(uuidv7),
  certificateId: uuid('certificate_id').notNull(),
  frameworkCode: text('framework_code').notNull(),
  level: smallint('level').notNull(),
  decidedOn: date('decided_on').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
  document: text('document').notNull(),
  recordedBy: uuid('recorded_by'),
  recordedLabel: text('recorded_label'),
  recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }),
});

/** The levels a certificate has under each equivalence table, with the period they hold. */
export const certificateLevels = pgTable('certificate_levels', {
  id: uuid('id').primaryKey().default(uuidv7),
  certificateId: uuid('certificate_id').notNull(),
  personId: uuid('person_id').notNull(),
  languageCode: text('language_code').notNull(),
  equivalenceCode: text('equivalence_code'),
  level: smallint('level').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull(),
  state: text('state').notNull(),
});

/** Free text about languages, with what it may mean. */
export const languageClaims = pgTable('language_claims', {
  id: uuid('id').primaryKey().default(uuidv7),
  personId: uuid('person_id').notNull(),
  textAsGiven: text('text_as_given').notNull(),
  proposal: jsonb('proposal').notNull(),
  state: text('state').notNull().default('open'),
  recordedOn: date('recorded_on').notNull(),
});
