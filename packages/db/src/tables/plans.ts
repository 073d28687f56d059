import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** Plans by their code. */
export const plans = pgTable('plans', {
  id: uuid('id').primaryKey().default(uuidv7),
  code: text('code').notNull(),
  title: text('title').notNull(),
});

/** Plans as they were put in force. */
export const planVersions = pgTable('plan_versions', {
  id: uuid('id').primaryKey().default(uuidv7),
  planId: uuid('plan_id').notNull(),
  number: integer('number').notNull(),
  inForceFrom: date('in_force_from').notNull(),
  document: jsonb('document').notNull(),
  digest: text('digest').notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true, mode: 'string' }),
});

/** Units a plan version applies to. */
export const planScopes = pgTable(
  'plan_scopes',
  {
    planVersionId: uuid('plan_version_id').notNull(),
    unitId: uuid('unit_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.planVersionId, table.unitId] })],
);

/** Documents that prove a target without a percentage. */
export const targetEvidence = pgTable('target_evidence', {
  id: uuid('id').primaryKey().default(uuidv7),
  planId: uuid('plan_id').notNull(),
  targetCode: text('target_code').notNull(),
  title: text('title').notNull(),
  documentNumber: text('document_number'),
  issuedOn: date('issued_on').notNull(),
  inForceTo: date('in_force_to'),
});

/** Plans that are being written. */
export const planDrafts = pgTable('plan_drafts', {
  id: uuid('id').primaryKey().default(uuidv7),
  planCode: text('plan_code'),
  document: jsonb('document').notNull(),
  note: text('note'),
  basedOnVersion: integer('based_on_version'),
  createdBy: uuid('created_by'),
  createdByLabel: text('created_by_label').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  changedBy: uuid('changed_by'),
  changedByLabel: text('changed_by_label').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
  state: text('state').notNull().default('open'),
  becameVersion: integer('became_version'),
  version: integer('version').notNull().default(1),
  ruleFrom: date('rule_from'),
});
