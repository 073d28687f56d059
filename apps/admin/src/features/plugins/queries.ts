import type { DoneOf } from '@saubac/contract/client';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** A plugin as it stands in a tenant. */
export type Plugin = DoneOf<'getPlugin'>['value'];
/** A change of a plugin, or its rehearsal. */
export type PluginChange = DoneOf<'getPluginChange'>['value'];
/** The settings of a plugin and the form that they are changed by. */
export type PluginSettings = DoneOf<'pluginSettings'>['value'];
/** What is done to a plugin. */
export type PluginAct = PluginChange['act'];

/** Whether a change is still on its way. */
export const isUnderWay = (change: PluginChange | null | undefined): boolean => change?.state === 'queued' || change?.state === 'running';

const every = (underWay: boolean): number | false => (underWay ? 1_000 : false);

/** The plugins of the installation; while one changes they are asked for again. */
export const pluginsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'plugins', 'list'],
    queryFn: ({ signal }) => ask((api) => api.listPlugins({ params: { tenant } }, { signal })),
    refetchInterval: ({ state }) => every(state.data?.items.some((it) => isUnderWay(it.change)) ?? false),
  });

/** One plugin; while it changes it is asked for again. */
export const pluginQuery = (tenant: string, plugin: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'plugins', plugin],
    queryFn: ({ signal }) => ask((api) => api.getPlugin({ params: { tenant, plugin } }, { signal })),
    refetchInterval: ({ state }) => every(isUnderWay(state.data?.change)),
  });

/** A rehearsal, asked for until it is done. */
export const changeQuery = (tenant: string, plugin: string, change: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'plugins', plugin, 'change', change],
    queryFn: ({ signal }) => ask((api) => api.getPluginChange({ params: { tenant, plugin, change } }, { signal })),
    refetchInterval: ({ state }) => every(state.data === undefined || isUnderWay(state.data)),
  });

/** The settings of a plugin. */
export const pluginSettingsQuery = (tenant: string, plugin: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plugins', plugin, 'settings'], queryFn: ({ signal }) => ask((api) => api.pluginSettings({ params: { tenant, plugin } }, { signal })) });
