import type { LocalText } from '@saubac/domain/values';
import type { OpenPlugin } from './open-plugins.ts';

type ShellPage = { to: `/t/$tenant${string}`; label: string; group?: string };
type Naming = { text: (text: LocalText) => string; group: (name: NonNullable<OpenPlugin['pages'][number]['group']>) => string };

/**
 * The pages of the navigation with those of plugins: after the others of the group that a page names, or below them all in a group under its
 * plugin's title. Hidden ones are reached by links only.
 */
export const withPluginPages = (core: readonly ShellPage[], plugins: readonly OpenPlugin[], { text, group }: Naming): ShellPage[] => {
  const all = [...core];
  for (const { id, title, pages } of plugins) {
    for (const page of pages.filter((it) => !it.hidden)) {
      const name = page.group === null ? text(title) : group(page.group);
      const last = all.findLastIndex((it) => it.group === name);
      all.splice(last === -1 ? all.length : last + 1, 0, { to: `/t/$tenant/x/${id}/${page.name}`, label: text(page.title), group: name });
    }
  }
  return all;
};
