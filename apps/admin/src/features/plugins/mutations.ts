import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import { type PluginAct, pluginQuery, pluginSettingsQuery } from './queries.ts';

/** What a plugin opens, asked for again: the navigation, the cards, the sections of reports. */
export const openedAnew = (queries: QueryClient, tenant: string): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['t', tenant, 'me'], exact: true }),
    queries.invalidateQueries({ queryKey: ['t', tenant, 'plugin-reports'] }),
    queries.invalidateQueries({ queryKey: ['t', tenant, 'plugins'] }),
  ]);

/** Tries a change out; nothing is kept of it. */
export const rehearsePlugin = (tenant: string, plugin: string) =>
  mutationOptions({ mutationFn: (act: PluginAct) => ask((api) => api.rehearsePlugin({ params: { tenant, plugin }, headers: { 'idempotency-key': crypto.randomUUID() }, body: { act } })) });

/** Begins a change; the key makes a request that is sent twice change once. */
export const changePlugin = (queries: QueryClient, tenant: string, plugin: string) =>
  mutationOptions({
    mutationFn: ({ act, key }: { act: PluginAct; key: string }) => ask((api) => api.changePlugin({ params: { tenant, plugin }, headers: { 'idempotency-key': key }, body: { act } })),
    onSuccess: (change) => {
      queries.setQueryData(pluginQuery(tenant, plugin).queryKey, (now) => now && { ...now, change });
      return openedAnew(queries, tenant);
    },
  });

/** Changes the settings of a plugin, based on the version that was seen. `onSaved` is told the new one, also where the form is gone by then. */
export const changePluginSettings = (queries: QueryClient, tenant: string, plugin: string, onSaved: (version: number) => void) =>
  mutationOptions({
    mutationFn: ({ values, version }: { values: Record<string, unknown>; version: number }) =>
      ask((api) => api.changePluginSettings({ params: { tenant, plugin }, headers: { 'if-match': `"${version}"` }, body: { values } })),
    onSuccess: (saved) => {
      onSaved(saved.version);
      queries.setQueryData(pluginSettingsQuery(tenant, plugin).queryKey, saved);
      return queries.invalidateQueries({ queryKey: pluginQuery(tenant, plugin).queryKey, exact: true });
    },
  });
