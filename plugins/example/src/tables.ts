import { pluginTable } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';
import { date, text, uuid } from 'drizzle-orm/pg-core';

import { manifest } from './manifest.ts';

const id = () => uuid('id').primaryKey().default(sql`uuidv7()`);

/** Who stands at a border post or a one-stop shop that foreigners come to, and when; `validTo` is the day after the last. */
export const frontDeskDuties = pluginTable(manifest, 'front_desk_duties', {
  id: id(),
  personId: uuid('person_id').notNull(),
  place: text('place').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
});

/** Who is to take over a duty from a day on, and why. */
export const dutySwaps = pluginTable(manifest, 'duty_swaps', {
  id: id(),
  dutyId: uuid('duty_id').notNull(),
  personId: uuid('person_id').notNull(),
  fromDay: date('from_day').notNull(),
  why: text('why').notNull(),
  askedOn: date('asked_on').notNull(),
});

/** What a desk is told, once under each key. No names: whoever may see duties sees all notes. */
export const deskNotes = pluginTable(manifest, 'desk_notes', {
  id: id(),
  key: text('key').notNull(),
  kind: text('kind', { enum: ['ending', 'swapped'] }).notNull(),
  place: text('place').notNull(),
  notedOn: date('noted_on').notNull(),
});
