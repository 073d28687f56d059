import { writeWithAudit } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import type { MigrationFailure } from '@saubac/db/migrations';
import { listTenantPlugins, saveTenantPlugin, type TenantPlugin } from '@saubac/db/plugins';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Plugin, PluginFailure } from '@saubac/plugin-api';

import { type ByWhom, migratePlugin } from './enable-plugin.ts';
import type { LoadedPlugin } from './load-plugins.ts';
import { checkSettings } from './usable.ts';

/** What became of one plugin in one tenant. */
export type PluginMigration = { slug: string; plugin: string; failure: PluginFailure | null };

const sameAs = (a: TenantPlugin, b: TenantPlugin): boolean => a.state === b.state && a.version === b.version && JSON.stringify(a.failures) === JSON.stringify(b.failures);

const recordOutcome = async (db: TenantDb, before: TenantPlugin, after: TenantPlugin, { write }: ByWhom): Promise<void> => {
  if (sameAs(before, after)) return;
  await writeWithAudit(db, write, async (tx, record) => {
    await saveTenantPlugin(tx, after);
    await record({ act: after.state === 'failed' ? 'plugin.failed' : 'plugin.migrated', subject: { kind: 'plugin' }, before, after });
  });
};

/** A migration that did not go through, as the list of plugins tells it. */
export const failureOf = (it: MigrationFailure): PluginFailure => ({
  kind: 'migration-failed',
  reason: it.kind,
  version: it.version,
  message: it.kind === 'statement-failed' ? `statement ${it.statement}: ${it.message}` : '',
});

/** Settings that the new version does not accept are told before its migrations change anything. */
const upgradeFailure = async (cluster: Cluster, slug: string, row: TenantPlugin, plugin: Plugin): Promise<PluginFailure | null> => {
  const settings = checkSettings(plugin, row.config, cluster.vault);
  if (!settings.ok) return { kind: 'settings-invalid', problems: settings.failure.problems };
  const stopped = await migratePlugin(cluster, slug, plugin);
  return stopped && failureOf(stopped);
};

const migrateOne = async (cluster: Cluster, slug: string, db: TenantDb, row: TenantPlugin, plugin: Plugin, by: ByWhom): Promise<PluginMigration> => {
  const failure = await upgradeFailure(cluster, slug, row, plugin);
  const after: TenantPlugin = failure
    ? { ...row, state: 'failed', failures: [failure] }
    : { ...row, version: plugin.manifest.version, state: 'enabled', failures: [] };
  await recordOutcome(db, row, after, by);
  return { slug, plugin: row.id, failure };
};

/**
 * Brings the plugins of one tenant to their present version, after the core's own migrations. Each plugin goes by itself: one whose
 * settings its new version does not accept, or that does not go through, is marked failed with the reason, its tables stay as they were, and the rest goes on. One that failed before and now
 * goes through is enabled again.
 */
export const migratePlugins = (cluster: Cluster, loaded: readonly LoadedPlugin[], slug: string, by: ByWhom): Promise<PluginMigration[]> =>
  cluster.withTenant(slug, async ({ tenant, db }) => {
    // Nothing is recorded in an archived tenant; its turn comes when it is taken out.
    if (tenant.status === 'archived') return [];
    const outcomes: PluginMigration[] = [];
    for (const row of await listTenantPlugins(db)) {
      const plugin = row.state === 'disabled' ? null : loaded.find((it) => it.id === row.id)?.plugin;
      if (plugin) outcomes.push(await migrateOne(cluster, tenant.slug, db, row, plugin, by));
    }
    return outcomes;
  });
