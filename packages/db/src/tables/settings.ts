import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

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
});
