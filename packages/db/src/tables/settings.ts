import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** The tenant's settings, by name. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  version: integer('version').notNull().default(1),
});

/** Plugins of the tenant and their state. */
export const tenantPlugins = pgTable('tenant_plugins', {
  pluginId: text('plugin_id').primaryKey(),
  version: text('version').notNull(),
  state: text('state').notNull(),
  config: jsonb('config').notNull(),
  failure: text('failure'),
  settingsVersion: integer('settings_version').notNull().default(1),
});

/** Changes of plugins as they go on, and their rehearsals. */
export const pluginChanges = pgTable('plugin_changes', {
  id: uuid('id').primaryKey().default(uuidv7),
  pluginId: text('plugin_id').notNull(),
  act: text('act').notNull(),
  rehearsal: boolean('rehearsal').notNull(),
  config: jsonb('config'),
  state: text('state').notNull(),
  steps: jsonb('steps').notNull(),
  findings: jsonb('findings'),
  failure: jsonb('failure'),
  fileId: uuid('file_id'),
  requestedBy: uuid('requested_by'),
  requestedLabel: text('requested_label').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  endedAt: moment('ended_at'),
});
