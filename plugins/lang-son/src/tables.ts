import { pluginTable } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';
import { date, text, uuid } from 'drizzle-orm/pg-core';

import { gates } from './gates.ts';
import { manifest } from './manifest.ts';

/** Who is sent to which border gate, and when; `validTo` is the day after the last. */
export const gateDuties = pluginTable(manifest, 'gate_duties', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  personId: uuid('person_id').notNull(),
  gate: text('gate', { enum: gates }).notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull(),
});
