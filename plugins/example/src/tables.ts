import { pluginTable } from '@saubac/plugin-api';
import { date, text, uuid } from 'drizzle-orm/pg-core';

import { manifest } from './manifest.ts';

/** Who stands at a border post or a one-stop shop that foreigners come to, and when; `validTo` is the day after the last. */
export const frontDeskDuties = pluginTable(manifest, 'front_desk_duties', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  place: text('place').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull(),
});
