import { date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Definitions of workflows that a case began with, by their digest. */
export const workflowDefinitions = pgTable('workflow_definitions', { digest: text('digest').primaryKey(), workflow: text('workflow').notNull(), structure: jsonb('structure').notNull(), keptAt: moment('kept_at').notNull() });

/** Things that go from hand to hand by a workflow. */
export const cases = pgTable('cases', {
  id: uuid('id').primaryKey().default(uuidv7),
  workflow: text('workflow').notNull(),
  definition: text('definition').notNull(),
  state: text('state').notNull(),
  coreState: text('core_state').notNull(),
  subjectId: uuid('subject_id').notNull(),
  unitId: uuid('unit_id'),
  openedBy: uuid('opened_by'),
  openedLabel: text('opened_label').notNull(),
  openedAt: moment('opened_at').notNull(),
  enteredOn: date('entered_on').notNull(),
  dueOn: date('due_on'),
  remindOn: date('remind_on'),
  statement: jsonb('statement'),
  closedAt: moment('closed_at'),
  version: integer('version').notNull().default(1),
});

/** How cases were moved, one row a move; only ever added to. */
export const caseMoves = pgTable('case_moves', {
  id: uuid('id').primaryKey().default(uuidv7),
  caseId: uuid('case_id').notNull(),
  move: text('move').notNull(),
  fromState: text('from_state').notNull(),
  toState: text('to_state').notNull(),
  definition: text('definition').notNull(),
  movedBy: uuid('moved_by'),
  movedLabel: text('moved_label').notNull(),
  coveredFor: uuid('covered_for'),
  reason: text('reason'),
  statement: jsonb('statement'),
  movedAt: moment('moved_at').notNull(),
});
