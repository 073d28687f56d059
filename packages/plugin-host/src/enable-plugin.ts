import { writeWithAudit, type WriteContext } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import type { MigrationFailure } from '@saubac/db/migrations';
import { type ChangeStepName, listTenantPlugins, saveTenantPlugin, type TenantPlugin } from '@saubac/db/plugins';
import type { TenantDb, TenantTx } from '@saubac/db/tenancy';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';
import type { Plugin } from '@saubac/plugin-api';
import { isDeepStrictEqual } from 'node:util';

import { migrationsOf } from './build-registry.ts';
import type { LoadedPlugin } from './load-plugins.ts';
import { masked, sealedOver, valuesOf } from './settings-form.ts';
import { brokenFacts } from './tenant-registry.ts';
import { checkSettings, type PluginBroken, type SettingsInvalid, type UnknownPlugin, usable } from './usable.ts';

export type EnableFailure =
  | UnknownPlugin
  | PluginBroken
  | SettingsInvalid
  | { kind: 'plugin-migration-failed'; plugin: string; migration: MigrationFailure };

/** Who does it, and the day it is done on. */
export type ByWhom = { write: WriteContext; today: IsoDate };

/** Applies a plugin's migrations to one tenant, as the owner of its schema. Nothing is left of them if one fails. */
export const migratePlugin = async (cluster: Cluster, slug: string, plugin: Plugin): Promise<MigrationFailure | null> => {
  const sets = migrationsOf(plugin);
  if (sets.length === 0) return null;
  const migrated = await cluster.migrateTenants({ slug, sets });
  return migrated.find((it) => it.failure !== null)?.failure ?? null;
};

/** Who watches an enabling: told of each step that is done; `also` is written with the plugin's line. */
export type Watching = { step?: (done: ChangeStepName) => Promise<void>; also?: (tx: TenantTx) => Promise<void> };

const withoutSecrets = (plugin: Plugin, row: TenantPlugin | null): unknown => row && { ...row, config: masked(plugin, row.config) };

const recordEnabled = async (db: TenantDb, plugin: Plugin, after: TenantPlugin, { write }: ByWhom, also: Watching['also']): Promise<TenantPlugin> =>
  writeWithAudit(db, write, async (tx, record) => {
    const before = (await listTenantPlugins(tx)).find((it) => it.id === after.id) ?? null;
    await also?.(tx);
    if (before?.state === 'enabled' && before.version === after.version && isDeepStrictEqual(before.config, after.config)) return before;
    await saveTenantPlugin(tx, after);
    await record({ act: 'plugin.enabled', subject: { kind: 'plugin' }, before: withoutSecrets(plugin, before), after: withoutSecrets(plugin, after) });
    return after;
  });

/**
 * Enables a plugin in one tenant: makes its tables there and nowhere else, checks that its facts can be read, and writes it into the
 * tenant's list with audit. Also takes a plugin that is enabled already, or has failed, to its present version and settings. Two steps with
 * one transaction each; cut short between them, the tables are there, nothing uses them, and enabling again goes on. Settings are kept as
 * they are given when they are sealed already.
 */
export const enablePlugin = async (
  cluster: Cluster,
  loaded: readonly LoadedPlugin[],
  input: { slug: string; plugin: string; config?: unknown },
  by: ByWhom,
  { step = () => Promise.resolve(), also }: Watching = {},
): Promise<Result<TenantPlugin, EnableFailure>> => {
  const found = usable(loaded, input.plugin);
  if (!found.ok) return found;
  const plugin = found.value;
  const { id, version } = plugin.manifest;
  return cluster.withTenant(input.slug, async ({ tenant, db }) => {
    const known = (await listTenantPlugins(db)).find((it) => it.id === id);
    await step('check');
    const config = checkSettings(plugin, input.config ?? known?.config, cluster.vault);
    if (!config.ok) return config;
    await step('settings');
    const migration = await migratePlugin(cluster, tenant.slug, plugin);
    if (migration) return fail({ kind: 'plugin-migration-failed', plugin: id, migration });
    await step('migrate');
    const broken = (await brokenFacts(db, Object.values(plugin.facts ?? {}), by.today)).get(id);
    if (broken) return fail({ kind: 'plugin-broken', plugin: id, failures: broken });
    await step('facts');
    return ok(await recordEnabled(db, plugin, { id, version, state: 'enabled', config: sealedOver(plugin, valuesOf(config.value), input.config ?? known?.config, cluster.vault), failures: [] }, by, also));
  });
};
