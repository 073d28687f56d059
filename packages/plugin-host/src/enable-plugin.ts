import { writeWithAudit, type WriteContext } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import type { MigrationFailure } from '@saubac/db/migrations';
import { listTenantPlugins, saveTenantPlugin, type TenantPlugin } from '@saubac/db/plugins';
import type { TenantDb } from '@saubac/db/tenancy';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';
import type { Plugin, PluginFailure } from '@saubac/plugin-api';
import { isDeepStrictEqual } from 'node:util';

import { migrationsOf } from './build-registry.ts';
import type { LoadedPlugin } from './load-plugins.ts';
import { brokenFacts } from './tenant-registry.ts';

export type EnableFailure =
  | { kind: 'unknown-plugin'; plugin: string; known: string[] }
  | { kind: 'plugin-broken'; plugin: string; failures: readonly PluginFailure[] }
  | { kind: 'settings-invalid'; plugin: string; problems: { path: string; message: string }[] }
  | { kind: 'plugin-migration-failed'; plugin: string; migration: MigrationFailure };

/** Who does it, and the day it is done on. */
export type ByWhom = { write: WriteContext; today: IsoDate };

const usable = (loaded: readonly LoadedPlugin[], id: string): Result<Plugin, EnableFailure> => {
  const found = loaded.find((it) => it.id === id);
  if (!found) return fail({ kind: 'unknown-plugin', plugin: id, known: loaded.map((it) => it.id) });
  return found.plugin ? ok(found.plugin) : fail({ kind: 'plugin-broken', plugin: id, failures: found.failures });
};

const settingsOf = ({ manifest, config }: Plugin, given: unknown): Result<unknown, EnableFailure> => {
  const read = config?.safeParse(given ?? {});
  if (!read) return ok({});
  if (read.success) return ok(read.data);
  return fail({ kind: 'settings-invalid', plugin: manifest.id, problems: read.error.issues.map((it) => ({ path: it.path.join('.'), message: it.message })) });
};

/** Applies a plugin's migrations to one tenant, as the owner of its schema. Nothing is left of them if one fails. */
export const migratePlugin = async (cluster: Cluster, slug: string, plugin: Plugin): Promise<MigrationFailure | null> => {
  const sets = migrationsOf(plugin);
  if (sets.length === 0) return null;
  const migrated = await cluster.migrateTenants({ slug, sets });
  return migrated.find((it) => it.failure !== null)?.failure ?? null;
};

const recordEnabled = async (db: TenantDb, after: TenantPlugin, { write }: ByWhom): Promise<TenantPlugin> =>
  writeWithAudit(db, write, async (tx, record) => {
    const before = (await listTenantPlugins(tx)).find((it) => it.id === after.id) ?? null;
    if (before?.state === 'enabled' && before.version === after.version && isDeepStrictEqual(before.config, after.config)) return before;
    await saveTenantPlugin(tx, after);
    await record({ act: 'plugin.enabled', subject: { kind: 'plugin' }, before, after });
    return after;
  });

/**
 * Enables a plugin in one tenant: makes its tables there and nowhere else, checks that its facts can be read, and writes it into the
 * tenant's list with audit. Also takes a plugin that is enabled already to its present version and settings. Two steps with one
 * transaction each; cut short between them, the tables are there, nothing uses them, and enabling again goes on.
 */
export const enablePlugin = async (
  cluster: Cluster,
  loaded: readonly LoadedPlugin[],
  input: { slug: string; plugin: string; config?: unknown },
  by: ByWhom,
): Promise<Result<TenantPlugin, EnableFailure>> => {
  const found = usable(loaded, input.plugin);
  if (!found.ok) return found;
  const plugin = found.value;
  const { id, version } = plugin.manifest;
  return cluster.withTenant(input.slug, async ({ tenant, db }) => {
    const known = (await listTenantPlugins(db)).find((it) => it.id === id);
    const config = settingsOf(plugin, input.config ?? known?.config);
    if (!config.ok) return config;
    const migration = await migratePlugin(cluster, tenant.slug, plugin);
    if (migration) return fail({ kind: 'plugin-migration-failed', plugin: id, migration });
    const broken = (await brokenFacts(db, Object.values(plugin.facts ?? {}), by.today)).get(id);
    if (broken) return fail({ kind: 'plugin-broken', plugin: id, failures: broken });
    return ok(await recordEnabled(db, { id, version, state: 'enabled', config: config.value, failures: [] }, by));
  });
};
