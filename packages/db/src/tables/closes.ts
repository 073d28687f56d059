import { bigint, customType, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Closed periods, and those on their way. */
export const closes = pgTable('closes', {
  id: uuid('id').primaryKey().default(uuidv7),
  periodFrom: date('period_from').notNull(),
  periodTo: date('period_to').notNull(),
  cutOff: date('cut_off').notNull(),
  number: integer('number').notNull(),
  corrects: uuid('corrects'),
  reason: text('reason'),
  state: text('state').notNull(),
  progressDone: integer('progress_done').notNull().default(0),
  progressOf: integer('progress_of'),
  failure: jsonb('failure'),
  dataPosition: bigint('data_position', { mode: 'number' }),
  dataDigest: text('data_digest'),
  takenAt: moment('taken_at'),
  rules: jsonb('rules'),
  rulesDigest: text('rules_digest'),
  problems: jsonb('problems'),
  contentDigest: text('content_digest'),
  preparedBy: uuid('prepared_by'),
  preparedLabel: text('prepared_label').notNull(),
  approvedBy: uuid('approved_by'),
  approvedLabel: text('approved_label'),
  approvedAt: moment('approved_at'),
  anchorPosition: bigint('anchor_position', { mode: 'number' }),
  anchorDigest: text('anchor_digest'),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  endedAt: moment('ended_at'),
});

/** The units of a close with the names they had. */
export const closeUnits = pgTable(
  'close_units',
  { closeId: uuid('close_id').notNull(), place: integer('place').notNull(), unitId: uuid('unit_id').notNull(), code: text('code').notNull(), name: text('name').notNull(), path: text('path').notNull() },
  (table) => [primaryKey({ columns: [table.closeId, table.place] })],
);

/** A plan version of a close with everybody present in its territory. */
export const closePlans = pgTable('close_plans', {
  id: uuid('id').primaryKey().default(uuidv7),
  closeId: uuid('close_id').notNull(),
  planVersionId: uuid('plan_version_id').notNull(),
  peopleCount: integer('people_count').notNull(),
  people: bytes('people').notNull(),
  levelHeads: jsonb('level_heads').notNull(),
  levels: bytes('levels').notNull(),
  conditionHeads: jsonb('condition_heads').notNull(),
  conditions: bytes('conditions').notNull(),
});

/** A target of a close: what was asked, its figures, and who stood behind them. */
export const closeTargets = pgTable('close_targets', {
  id: uuid('id').primaryKey().default(uuidv7),
  closePlanId: uuid('close_plan_id').notNull(),
  place: integer('place').notNull(),
  targetCode: text('target_code').notNull(),
  title: jsonb('title').notNull(),
  milestone: date('milestone').notNull(),
  head: jsonb('head').notNull(),
  figures: jsonb('figures').notNull(),
  sets: bytes('sets'),
});
