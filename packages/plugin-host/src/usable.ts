import type { Vault } from '@saubac/db/tenancy';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Plugin, PluginFailure } from '@saubac/plugin-api';

import type { LoadedPlugin } from './load-plugins.ts';
import { opened } from './settings-form.ts';

export type UnknownPlugin = { kind: 'unknown-plugin'; plugin: string; known: string[] };
export type PluginBroken = { kind: 'plugin-broken'; plugin: string; failures: readonly PluginFailure[] };
export type SettingsInvalid = { kind: 'settings-invalid'; plugin: string; problems: { path: string; message: string }[] };

/** A plugin that was loaded and passed its checks. */
export const usable = (loaded: readonly LoadedPlugin[], id: string): Result<Plugin, UnknownPlugin | PluginBroken> => {
  const found = loaded.find((it) => it.id === id);
  if (!found) return fail({ kind: 'unknown-plugin', plugin: id, known: loaded.map((it) => it.id) });
  return found.plugin ? ok(found.plugin) : fail({ kind: 'plugin-broken', plugin: id, failures: found.failures });
};

/** Settings as the plugin's schema reads them, its defaults put in; secret ones may be sealed. */
export const checkSettings = (plugin: Plugin, given: unknown, vault?: Pick<Vault, 'open'>): Result<unknown, SettingsInvalid> => {
  const read = plugin.config?.safeParse(opened(plugin, given, vault));
  if (!read) return ok({});
  if (read.success) return ok(read.data);
  return fail({ kind: 'settings-invalid', plugin: plugin.manifest.id, problems: read.error.issues.map((it) => ({ path: it.path.join('.'), message: it.message })) });
};
