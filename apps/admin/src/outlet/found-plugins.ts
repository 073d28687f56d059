import type { PluginAdmin } from '@saubac/plugin-api/admin';

// The one place of the screens that touches plugins. Whatever lies in the folder is in the build, each page in a file of its own, fetched when it
// is opened.
const ids = import.meta.glob<{ plugin: string }>('../../../../plugins/*/package.json', { import: 'saubac', eager: true });
const entries = import.meta.glob<PluginAdmin>('../../../../plugins/*/src/admin.tsx', { import: 'default' });

/** The browser side of a plugin, by its id; undefined where it has none, or was not there when the screens were built. */
export const loadPlugin = async (id: string): Promise<PluginAdmin | undefined> => {
  const [folder] = Object.entries(ids).find(([, it]) => it.plugin === id) ?? [];
  return folder === undefined ? undefined : entries[folder.replace(/package\.json$/, 'src/admin.tsx')]?.();
};
