import { pluginTable } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';
import { date, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';

import { manifest } from './manifest.ts';

const id = () => uuid('id').primaryKey().default(sql`uuidv7()`);
const day = (name: string) => date(name, { mode: 'string' });

/** Agreements with partners in Laos. `endsOn` is the last day; without one the term is open. */
export const agreements = pluginTable(manifest, 'lao_agreements', {
  id: id(),
  title: text('title').notNull(),
  partner: text('partner').notNull(),
  signedOn: day('signed_on').notNull(),
  endsOn: day('ends_on'),
  note: text('note'),
  version: integer('version').notNull().default(1),
});

/** What an agreement binds both sides to, in its order. */
export const commitments = pluginTable(manifest, 'lao_commitments', {
  id: id(),
  agreementId: uuid('agreement_id').notNull(),
  position: integer('position').notNull(),
  wording: text('wording').notNull(),
});

/** What was done about a commitment in a year. */
export const followUps = pluginTable(manifest, 'lao_follow_ups', {
  id: id(),
  commitmentId: uuid('commitment_id').notNull(),
  year: integer('year').notNull(),
  done: text('done').notNull(),
  notedOn: day('noted_on').notNull(),
});

/** Papers of an agreement or of a class: each a file that the plugin keeps. */
export const papers = pluginTable(manifest, 'lao_papers', {
  id: id(),
  agreementId: uuid('agreement_id'),
  classId: uuid('class_id'),
  kind: text('kind').$type<'signed' | 'annex' | 'decision' | 'other'>().notNull(),
  fileId: uuid('file_id').notNull(),
});

/** Programmes: basic or advanced, so many lessons; a level of the framework where one is aimed at. */
export const programmes = pluginTable(manifest, 'lao_programmes', {
  id: id(),
  name: text('name').notNull(),
  course: text('course').$type<'basic' | 'advanced'>().notNull(),
  lessons: integer('lessons').notNull(),
  level: integer('level'),
  inForceFrom: day('in_force_from').notNull(),
  inForceTo: day('in_force_to'),
  version: integer('version').notNull().default(1),
});

/** Classes. `capacity` is what may be enrolled until the official list, fixed when enrolment opens. */
export const classes = pluginTable(manifest, 'lao_classes', {
  id: id(),
  programmeId: uuid('programme_id').notNull(),
  agreementId: uuid('agreement_id'),
  name: text('name').notNull(),
  decisionNumber: text('decision_number'),
  decisionOn: day('decision_on'),
  startsOn: day('starts_on').notNull(),
  endsOn: day('ends_on').notNull(),
  place: text('place').notNull(),
  seats: integer('seats').notNull(),
  capacity: integer('capacity').notNull(),
  state: text('state').$type<'planned' | 'open' | 'trial' | 'official' | 'ended'>().notNull().default('planned'),
  trialEndsOn: day('trial_ends_on'),
  orderNumber: text('order_number'),
  officialOn: day('official_on'),
  version: integer('version').notNull().default(1),
});

/** Who teaches a class: a person of the roster, or a teacher of the partner by name. */
export const classTeachers = pluginTable(manifest, 'lao_class_teachers', {
  id: id(),
  classId: uuid('class_id').notNull(),
  personId: uuid('person_id'),
  name: text('name'),
});

/** Requests for a seat and what became of them; `state` follows the case of the workflow. */
export const enrolments = pluginTable(manifest, 'lao_enrolments', {
  id: id(),
  classId: uuid('class_id').notNull(),
  personId: uuid('person_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  state: text('state').$type<'draft' | 'submitted' | 'consented' | 'enrolled' | 'official' | 'declined' | 'withdrawn' | 'cut'>().notNull().default('draft'),
  why: text('why'),
  proposedBy: uuid('proposed_by'),
  proposedOn: day('proposed_on').notNull(),
  consentedOn: day('consented_on'),
  outcome: text('outcome').$type<'official' | 'cut'>(),
  reason: text('reason'),
});

/** Meetings of a class: how many lessons on a day. */
export const sessions = pluginTable(manifest, 'lao_sessions', {
  id: id(),
  classId: uuid('class_id').notNull(),
  heldOn: day('held_on').notNull(),
  lessons: integer('lessons').notNull(),
  topic: text('topic'),
});

/** Who was there. */
export const attendances = pluginTable(manifest, 'lao_attendances', {
  id: id(),
  sessionId: uuid('session_id').notNull(),
  enrolmentId: uuid('enrolment_id').notNull(),
  mark: text('mark').$type<'present' | 'excused' | 'absent'>().notNull(),
});

/** Certificates of completion; a level only by a confirmation of Sở Giáo dục và Đào tạo. */
export const certificates = pluginTable(manifest, 'lao_certificates', {
  id: id(),
  enrolmentId: uuid('enrolment_id').notNull(),
  personId: uuid('person_id').notNull(),
  course: text('course').$type<'basic' | 'advanced'>().notNull(),
  year: integer('year').notNull(),
  serial: integer('serial').notNull(),
  number: text('number').notNull(),
  issuedOn: day('issued_on').notNull(),
  decisionNumber: text('decision_number').notNull(),
  decisionOn: day('decision_on').notNull(),
  attendedLessons: integer('attended_lessons').notNull(),
  dueLessons: integer('due_lessons').notNull(),
  confirmedLevel: integer('confirmed_level'),
  confirmedOn: day('confirmed_on'),
  confirmation: text('confirmation'),
});

/** Who works with Laos, from a day to before another. */
export const duties = pluginTable(manifest, 'lao_duties', {
  id: id(),
  personId: uuid('person_id').notNull(),
  work: text('work').notNull(),
  validFrom: day('valid_from').notNull(),
  validTo: day('valid_to').notNull(),
});

/** What somebody is told on his pages: an agency of its people, or (without a unit) Sở Ngoại vụ of what is due. `key` keeps it from being told twice. */
export const messages = pluginTable(manifest, 'lao_messages', {
  id: id(),
  key: text('key').notNull(),
  unitId: uuid('unit_id'),
  kind: text('kind').notNull(),
  subject: uuid('subject').notNull(),
  toldAt: timestamp('told_at', { withTimezone: true, mode: 'string' }).notNull().default(sql`now()`),
  seenOn: day('seen_on'),
});
