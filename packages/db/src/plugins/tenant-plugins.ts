import type { PluginFailure } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** A plugin in the list of a tenant: one it has enabled at some time. `failures` says why a failed one failed; else it is empty. */
export type TenantPlugin = {
  id: string;
  /** The version whose migrations were last applied. */
  version: string;
  state: 'enabled' | 'disabled' | 'failed';
  config: unknown;
  failures: readonly PluginFailure[];
};

type Row = Omit<TenantPlugin, 'failures'> & { failure: string | null };

/** The plugins a tenant has or had, by id. */
export const listTenantPlugins = async (db: TenantSql): Promise<TenantPlugin[]> => {
  const rows = await db.execute<Row>(sql`select plugin_id as id, version, state, config, failure from tenant_plugins order by plugin_id`);
  return [...rows].map(({ failure, ...it }) => ({ ...it, failures: failure === null ? [] : (JSON.parse(failure) as PluginFailure[]) }));
};

/** Which version the settings of a plugin have; undefined for one that the tenant never enabled. */
export const settingsVersion = async (db: TenantSql, plugin: string): Promise<number | undefined> =>
  (await db.execute<{ version: number }>(sql`select settings_version as version from tenant_plugins where plugin_id = ${plugin}`))[0]?.version;

/** Writes a plugin's line in the tenant's list, new or known; other settings than before are a new version of them. */
export const saveTenantPlugin = async (tx: TenantSql, plugin: TenantPlugin): Promise<void> => {
  const failure = plugin.failures.length === 0 ? null : JSON.stringify(plugin.failures);
  await tx.execute(sql`
    insert into tenant_plugins (plugin_id, version, state, config, failure)
    values (${plugin.id}, ${plugin.version}, ${plugin.state}, ${JSON.stringify(plugin.config)}::jsonb, ${failure})
    on conflict (plugin_id) do update set version = excluded.version, state = excluded.state, config = excluded.config, failure = excluded.failure,
      settings_version = tenant_plugins.settings_version + (tenant_plugins.config is distinct from excluded.config)::int`);
};
