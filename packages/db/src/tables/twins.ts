import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Pairs of records that somebody found not to be of one person. */
export const twinDismissals = pgTable(
  'twin_dismissals',
  {
    oneId: uuid('one_id').notNull(),
    otherId: uuid('other_id').notNull(),
    dismissedBy: uuid('dismissed_by'),
    dismissedLabel: text('dismissed_label').notNull(),
    dismissedAt: moment('dismissed_at').notNull(),
    why: text('why'),
  },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId] })],
);

/** Two records of one person: proposed to be made one, made one, undone. */
export const personMerges = pgTable('person_merges', {
  id: uuid('id').primaryKey().default(uuidv7),
  stayingId: uuid('staying_id').notNull(),
  goingId: uuid('going_id').notNull(),
  state: text('state').notNull().default('proposed'),
  choices: jsonb('choices').notNull(),
  likeness: jsonb('likeness').notNull(),
  digest: text('digest').notNull(),
  proposedBy: uuid('proposed_by'),
  proposedLabel: text('proposed_label').notNull(),
  proposedAt: moment('proposed_at').notNull(),
  decidedBy: uuid('decided_by'),
  decidedLabel: text('decided_label'),
  decidedAt: moment('decided_at'),
  undoneBy: uuid('undone_by'),
  undoneLabel: text('undone_label'),
  undoneAt: moment('undone_at'),
  wayBack: jsonb('way_back'),
  version: integer('version').notNull().default(1),
});

/** Records that went, and the people whom they are now. */
export const mergedPeople = pgTable('merged_people', { id: uuid('id').primaryKey(), intoId: uuid('into_id').notNull(), mergeId: uuid('merge_id').notNull() });

/** Identification numbers under which somebody was kept by mistake. */
export const secondIdNumbers = pgTable('second_id_numbers', { id: uuid('id').primaryKey().default(uuidv7), idNumber: text('id_number').notNull(), personId: uuid('person_id').notNull(), mergeId: uuid('merge_id').notNull() });

/** People whose number stands on the roster of another province as well. */
export const peopleElsewhere = pgTable('people_elsewhere', { id: uuid('id').primaryKey().default(uuidv7), personId: uuid('person_id').notNull(), province: text('province').notNull(), since: date('since').notNull() });
