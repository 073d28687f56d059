import type { DutyReport } from '@saubac/domain/plan';
import { boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** Which units the bodies of plans are, where the plan does not say it itself. */
export const bodyUnits = pgTable('body_units', { planId: uuid('plan_id').notNull(), body: text('body').notNull(), unitId: uuid('unit_id').notNull() }, (it) => [primaryKey({ columns: [it.planId, it.body, it.unitId] })]);

/** What tasks of plans ask of whom in which period. */
export const duties = pgTable('duties', {
  id: uuid('id').primaryKey().default(uuidv7),
  planId: uuid('plan_id').notNull(),
  task: text('task').notNull(),
  body: text('body').notNull(),
  unitId: uuid('unit_id'),
  periodFrom: date('period_from').notNull(),
  periodTo: date('period_to').notNull(),
  report: jsonb('report').$type<DutyReport>(),
  version: integer('version').notNull().default(1),
});

/** Sessions by which a programme is made known. */
export const dutySessions = pgTable('duty_sessions', {
  id: uuid('id').primaryKey().default(uuidv7),
  dutyId: uuid('duty_id').notNull(),
  heldOn: date('held_on').notNull(),
  form: text('form').$type<'meeting' | 'online' | 'media' | 'other'>().notNull(),
  topic: text('topic').notNull(),
  place: text('place'),
  heads: integer('heads').notNull(),
});

/** Who was there, where a list was kept. */
export const dutySessionPeople = pgTable('duty_session_people', { sessionId: uuid('session_id').notNull(), personId: uuid('person_id').notNull() }, (it) => [primaryKey({ columns: [it.sessionId, it.personId] })]);

/** What stands in somebody's way, what he proposes, and what he was answered. */
export const obstacles = pgTable('obstacles', {
  id: uuid('id').primaryKey().default(uuidv7),
  raisedOn: date('raised_on').notNull(),
  unitId: uuid('unit_id'),
  raisedBy: uuid('raised_by'),
  raisedLabel: text('raised_label').notNull(),
  about: text('about'),
  text: text('text').notNull(),
  proposal: text('proposal').notNull(),
  answer: text('answer'),
  changeLink: text('change_link'),
  published: boolean('published').notNull().default(false),
  search: text('search').notNull(),
  version: integer('version').notNull().default(1),
});
