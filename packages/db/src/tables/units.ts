import { boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { dateRange, uuidv7 } from './column-types.ts';

/** Units by their stable code. */
export const units = pgTable('units', {
  id: uuid('id').primaryKey().default(uuidv7),
  code: text('code').notNull(),
  version: integer('version').notNull().default(1),
});

/** What a unit was called and where it stood, by dates. */
export const unitVersions = pgTable('unit_versions', {
  id: uuid('id').primaryKey().default(uuidv7),
  unitId: uuid('unit_id').notNull(),
  valid: dateRange('valid').notNull(),
  parentId: uuid('parent_id'),
  name: text('name').notNull(),
  officialCode: text('official_code'),
  path: text('path').notNull(),
  tier: text('tier').notNull(),
  bodyKind: text('body_kind').notNull(),
  field: text('field'),
  needsLanguage: boolean('needs_language'),
});

/** Lines between units other than the managing one, by dates. */
export const unitLines = pgTable('unit_lines', {
  id: uuid('id').primaryKey().default(uuidv7),
  unitId: uuid('unit_id').notNull(),
  line: text('line').notNull(),
  toUnitId: uuid('to_unit_id').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
});

/** Which unit followed which. */
export const unitSuccessions = pgTable('unit_successions', {
  id: uuid('id').primaryKey().default(uuidv7),
  fromUnitId: uuid('from_unit_id').notNull(),
  toUnitId: uuid('to_unit_id'),
  onDate: date('on_date').notNull(),
  kind: text('kind').notNull(),
});
