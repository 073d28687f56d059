import type { Plugin, PluginFailure } from '@saubac/plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';

import { type CheckedAgainst, checkPlugin } from './check-plugin.ts';
import { findPlugin, findPlugins, type FoundPlugin } from './find-plugins.ts';

/** A plugin that may be used, or why it can't be. */
export type LoadedPlugin = { id: string } & ({ plugin: Plugin; failures: readonly [] } | { plugin: null; failures: readonly PluginFailure[] });

/** How an entry is turned into a module, and how long that may take. */
export type Loading = { importModule: (entry: URL) => Promise<unknown>; patienceMs: number };

/** How a process loads its plugins: what they are checked against, or (`safeMode`) none of them at all. */
export type LoadRules = CheckedAgainst & { safeMode?: boolean };

/** Whether an installation is to run without any plugin: `SAFE_MODE=1`. */
export const isSafeMode = (env: Readonly<Record<string, string | undefined>>): boolean => env['SAFE_MODE'] === '1';

/** Whether a plugin was not loaded because nothing of any is to run. */
export const isLeftOut = ({ failures }: Pick<LoadedPlugin, 'failures'>): boolean => failures.some((it) => it.kind === 'safe-mode');

const fromDisk: Loading = { importModule: (entry) => import(entry.href), patienceMs: 10_000 };

const isObject = (it: unknown): it is Record<string, unknown> => typeof it === 'object' && it !== null;

const pluginIn = (module: unknown): Plugin | undefined => {
  const exported = isObject(module) ? module['default'] : undefined;
  const manifest = isObject(exported) ? exported['manifest'] : undefined;
  const words = isObject(manifest) ? manifest['words'] : undefined;
  return isObject(words) && isObject(words['vi']) && isObject(words['en']) ? (exported as Plugin) : undefined;
};

const importWithin = async ({ importModule, patienceMs }: Loading, entry: URL): Promise<unknown> => {
  const done = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: done.signal, ref: false }).then(() => Promise.reject(new Error(`not loaded after ${patienceMs} ms`)));
  late.catch(() => {});
  try {
    return await Promise.race([importModule(entry), late]);
  } finally {
    done.abort();
  }
};

const checkLoaded = (found: FoundPlugin, plugin: Plugin, against: CheckedAgainst): PluginFailure[] =>
  plugin.manifest.id === found.id ? checkPlugin(plugin, against) : [{ kind: 'id-differs', inPackage: found.id, inManifest: plugin.manifest.id }];

const load = async (found: FoundPlugin, loading: Loading, rules: LoadRules): Promise<LoadedPlugin> => {
  if (rules.safeMode) return { id: found.id, plugin: null, failures: [{ kind: 'safe-mode' }] };
  try {
    const plugin = pluginIn(await importWithin(loading, found.entry));
    const failures: PluginFailure[] = plugin ? checkLoaded(found, plugin, rules) : [{ kind: 'not-a-plugin' }];
    return plugin && failures.length === 0 ? { id: found.id, plugin, failures: [] } : { id: found.id, plugin: null, failures };
  } catch (error) {
    return { id: found.id, plugin: null, failures: [{ kind: 'import-failed', message: error instanceof Error ? error.message : String(error) }] };
  }
};

/** Two folders with one id are both refused: nobody can say whose tables a tenant has. */
const refuseTwins = (found: readonly FoundPlugin[]): LoadedPlugin[] =>
  [...Map.groupBy(found, (it) => it.id)]
    .filter(([, group]) => group.length > 1)
    .map(([id, group]) => ({ id, plugin: null, failures: group.map((it) => ({ kind: 'id-taken' as const, id, by: it.folder })) }));

/**
 * Loads and checks plugins, each by itself: one that throws, hangs, or does not pass its checks is recorded with the reason and keeps
 * nobody else from loading. In safe mode nothing of them runs, and each is answered as not loaded for that reason.
 */
export const loadFound = async (found: readonly FoundPlugin[], loading: Loading = fromDisk, rules: LoadRules = {}): Promise<LoadedPlugin[]> => {
  const twins = refuseTwins(found);
  const single = found.filter((it) => twins.every((twin) => twin.id !== it.id));
  return [...twins, ...(await Promise.all(single.map((it) => load(it, loading, rules))))].toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

/** The plugins of a folder, usually `plugins/` of the repository, by id, checked against the core's workflows. Done once a process. */
export const loadPlugins = async (folder: string, rules: LoadRules & Required<CheckedAgainst>): Promise<LoadedPlugin[]> => loadFound(await findPlugins(folder), fromDisk, rules);

/** The plugin of one folder by itself, as its own tests load it. */
export const loadPlugin = async (folder: string, rules: LoadRules = {}): Promise<LoadedPlugin | undefined> => (await loadFound(await findPlugin(folder), fromDisk, rules))[0];
