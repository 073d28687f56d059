import type { LocalText } from '@saubac/domain/values';
import { type Manifest, type PageGroup, permissionOf, type SlotPlace, wordOf } from '@saubac/plugin-api';
import { type Ctx, permit } from '@saubac/services/context';

/** What a plugin opens to the caller: its pages and cards that he may see, his permissions by the plugin's own names, and its words. */
export type MyPlugin = {
  id: string;
  title: LocalText;
  pages: { name: string; title: LocalText; group: PageGroup | null; hidden: boolean }[];
  slots: { name: string; title: LocalText; at: SlotPlace }[];
  permissions: string[];
  words: Manifest['words'];
};

const opened = (ctx: Ctx, manifest: Manifest): MyPlugin => {
  const may = (permission: string): boolean => permit(ctx, permissionOf(manifest, permission)).ok;
  const title = (key: string): LocalText => wordOf(manifest, key);
  return {
    id: manifest.id,
    title: title(manifest.title),
    pages: Object.entries(manifest.pages ?? {}).flatMap(([name, it]) => (may(it.permission) ? [{ name, title: title(it.title), group: it.group ?? null, hidden: it.hidden ?? false }] : [])),
    slots: Object.entries(manifest.slots ?? {}).flatMap(([name, it]) => (may(it.permission) ? [{ name, title: title(it.title), at: it.at }] : [])),
    permissions: Object.keys(manifest.permissions ?? {}).filter(may),
    words: manifest.words,
  };
};

/** The enabled plugins that open something to the caller. */
export const myPlugins = (ctx: Ctx): MyPlugin[] => [...ctx.registry.active.values()].map(({ plugin }) => opened(ctx, plugin.manifest)).filter(({ permissions }) => permissions.length > 0);
