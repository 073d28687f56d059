import type { PluginFailure } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';

import type { TenantDb, TenantTx } from '../tenancy/index.ts';

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
export const listTenantPlugins = async (db: TenantDb | TenantTx): Promise<TenantPlugin[]> => {
  const rows = await db.execute<Row>(sql`select plugin_id as id, version, state, config, failure from tenant_plugins order by plugin_id`);
  return [...rows].map(({ failure, ...it }) => ({ ...it, failures: failure === null ? [] : (JSON.parse(failure) as PluginFailure[]) }));
};

/** Writes a plugin's line in the tenant's list, new or known. */
export const saveTenantPlugin = async (tx: TenantTx, plugin: TenantPlugin): Promise<void> => {
  const failure = plugin.failures.length === 0 ? null : JSON.stringify(plugin.failures);
  await tx.execute(sql`
    insert into tenant_plugins (plugin_id, version, state, config, failure)
    values (${plugin.id}, ${plugin.version}, ${plugin.state}, ${JSON.stringify(plugin.config)}::jsonb, ${failure})
    on conflict (plugin_id) do update set version = excluded.version, state = excluded.state, config = excluded.config, failure = excluded.failure`);
};
