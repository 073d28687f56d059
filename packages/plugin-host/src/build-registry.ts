import { permissionOf, type Plugin, type PluginCase, type PluginFailure, type PluginMigrations, type PluginStanding, type Registry, wordOf } from '@saubac/plugin-api';
import type { LocalText } from '@saubac/domain/values';
import type { WorkflowExtension } from '@saubac/domain/workflow';
import { fileURLToPath } from 'node:url';

import { isLeftOut, type LoadedPlugin } from './load-plugins.ts';
import { opened } from './settings-form.ts';
import type { TenantPlugin } from '@saubac/db/plugins';
import type { Vault } from '@saubac/db/tenancy';

/** Opens what the installation sealed; without one, secret settings count as not set. */
export type SecretReader = Pick<Vault, 'open'>;

/** The migrations of a plugin as a set of their own; none if it has no tables. */
export const migrationsOf = ({ manifest, migrations }: Plugin): PluginMigrations[] =>
  migrations ? [{ plugin: manifest.id, name: `plugin:${manifest.id}`, directory: fileURLToPath(migrations) }] : [];

/** What a plugin runs with: its settings as its schema reads them today, or why it can't. */
export const readConfig = (plugin: Plugin, kept: unknown, vault?: SecretReader): { config: unknown } | { failure: PluginFailure } => {
  const read = plugin.config?.safeParse(opened(plugin, kept, vault));
  if (!read) return { config: {} };
  if (read.success) return { config: read.data };
  return { failure: { kind: 'settings-invalid', problems: read.error.issues.map((it) => ({ path: it.path.join('.'), message: it.message })) } };
};

const standingOf = (id: string, loaded: LoadedPlugin | undefined, row: TenantPlugin | undefined, vault?: SecretReader): PluginStanding => {
  const version = loaded?.plugin?.manifest.version ?? row?.version ?? null;
  // What a tenant has switched off is no business of its own any more, broken or not.
  if (row?.state === 'disabled') return { state: 'disabled', version };
  if (!loaded) return { state: 'failed', version, failures: [{ kind: 'not-found' }] };
  if (isLeftOut(loaded)) return { state: 'safe-mode', version };
  if (!loaded.plugin) return { state: 'failed', version, failures: loaded.failures };
  if (row?.state === 'failed') return { state: 'failed', version, failures: row.failures };
  if (!row) return { state: 'available', version };
  const settings = readConfig(loaded.plugin, row.config, vault);
  return 'failure' in settings ? { state: 'failed', version, failures: [settings.failure] } : { state: 'enabled', version };
};

const wordsOf = ({ manifest }: Plugin) => (key: string): LocalText => wordOf(manifest, key);
const casesOf = ({ workflows = [] }: Plugin): PluginCase[] => workflows.filter((it) => 'workflow' in it);
const extensionsOf = ({ workflows = [] }: Plugin): WorkflowExtension[] => workflows.filter((it) => 'of' in it);

/**
 * What a tenant has of the loaded plugins, given its own list of them. Facts, targets and migrations are those of the enabled ones that
 * work; all others stand only in the list of plugins, with the reason.
 */
export const buildRegistry = (loaded: readonly LoadedPlugin[], ofTenant: readonly TenantPlugin[], vault?: SecretReader): Registry => {
  const rows = new Map(ofTenant.map((it) => [it.id, it]));
  const byId = new Map(loaded.map((it) => [it.id, it]));
  const ids = [...new Set([...byId.keys(), ...rows.keys()])].toSorted();
  const plugins = new Map(ids.map((id) => [id, standingOf(id, byId.get(id), rows.get(id), vault)]));
  const enabled = ids.flatMap((id) => (plugins.get(id)?.state === 'enabled' ? (byId.get(id)?.plugin ?? []) : []));
  const configOf = (it: Plugin): unknown => {
    const read = readConfig(it, rows.get(it.manifest.id)?.config, vault);
    return 'config' in read ? read.config : {};
  };
  return {
    plugins,
    active: new Map(enabled.map((plugin) => [plugin.manifest.id, { plugin, config: configOf(plugin) }])),
    facts: new Map(enabled.flatMap((it) => Object.values(it.facts ?? {})).map((it) => [it.definition.id, it])),
    targets: enabled.flatMap((it) => (it.targets ?? []).map((target) => ({ ...target, plugin: it.manifest.id, title: wordOf(it.manifest, target.title) }))),
    migrations: enabled.flatMap(migrationsOf),
    grants: new Map(enabled.flatMap(({ manifest }) => Object.entries(manifest.permissions ?? {}).map(([name, { grantTo }]) => [permissionOf(manifest, name), grantTo] as const))),
    cases: enabled.flatMap((it) => casesOf(it).map((one) => ({ ...one, plugin: it.manifest.id, word: wordsOf(it) }))),
    extensions: enabled.flatMap((it) => extensionsOf(it).map((one) => ({ ...one, plugin: it.manifest.id, word: wordsOf(it) }))),
  };
};
