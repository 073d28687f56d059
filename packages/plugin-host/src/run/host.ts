import type { FileStore } from '@saubac/services/files';

import type { LoadedPlugin } from '../load-plugins.ts';
import { type Breaker, type BreakerRules, createBreaker, usualRules } from './breaker.ts';
import { type PluginApp, pluginApp } from './plugin-app.ts';

/** How long the parts of plugins may take. */
export type PluginTimes = { routeMs: number; statementMs: number };

export const usualTimes: PluginTimes = { routeMs: 10_000, statementMs: 5_000 };

/** The plugins of a process at work: what was loaded, their routes made ready, and the watch over them. */
export type PluginHost = {
  loaded: readonly LoadedPlugin[];
  /** The routes of a plugin; undefined if it has none. */
  app: (plugin: string) => PluginApp | undefined;
  breaker: Breaker;
  rules: BreakerRules;
  times: PluginTimes;
  /** Where this process keeps files, for work after a commit. */
  files?: FileStore | undefined;
};

const appsOf = (loaded: readonly LoadedPlugin[]): Map<string, PluginApp | undefined> =>
  new Map(loaded.flatMap(({ id, plugin }) => (plugin ? [[id, pluginApp(plugin)] as const] : [])));

/** Makes the plugins that were loaded ready to be asked. */
export const createPluginHost = (loaded: readonly LoadedPlugin[], given: { times?: Partial<PluginTimes>; rules?: BreakerRules; files?: FileStore } = {}): PluginHost => {
  const apps = appsOf(loaded);
  const { rules = usualRules } = given;
  return { loaded, app: (id) => apps.get(id), rules, breaker: createBreaker(rules), times: { ...usualTimes, ...given.times }, files: given.files };
};
