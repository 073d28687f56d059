import { boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** Bodies that examine and issue certificates. */
export const issuers = pgTable('issuers', {
  id: uuid('id').primaryKey().default(uuidv7),
  code: text('code').notNull(),
  name: text('name').notNull(),
  version: integer('version').notNull().default(1),
});

/** For which certificates an issuer was licensed, by dates. */
export const issuerLicences = pgTable('issuer_licences', {
  id: uuid('id').primaryKey().default(uuidv7),
  issuerId: uuid('issuer_id').notNull(),
  certificateType: text('certificate_type').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
  basis: text('basis'),
  version: integer('version').notNull().default(1),
});

/** How many months a certificate counts; null: without end. */
export const certificateValidity = pgTable('certificate_validity', {
  id: uuid('id').primaryKey().default(uuidv7),
  certificateType: text('certificate_type').notNull(),
  months: integer('months'),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
  basis: text('basis'),
  version: integer('version').notNull().default(1),
});

/** Equivalence tables the tenant has chosen, by dates. */
export const equivalenceAdoptions = pgTable('equivalence_adoptions', {
  id: uuid('id').primaryKey().default(uuidv7),
  tableCode: text('table_code').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
  basis: text('basis'),
  version: integer('version').notNull().default(1),
});

/** Certificates that prove a specialised language. */
export const specialisedLanguageProofs = pgTable('specialised_language_proofs', {
  id: uuid('id').primaryKey().default(uuidv7),
  certificateType: text('certificate_type').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
  basis: text('basis'),
  version: integer('version').notNull().default(1),
});

/** The one row that says by which rules levels stand written. */
export const levelHead = pgTable('level_head', {
  id: uuid('id').primaryKey().default(uuidv7),
  onlyRow: boolean('only_row').notNull().default(true),
  version: integer('version').notNull().default(1),
});
