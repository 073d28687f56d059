import type { LocalText } from '@saubac/domain/values';
import type { Manifest } from '@saubac/plugin-api/admin';
import type { OpenPlugin } from './open-plugins.ts';

/** What an address of a plugin leads to: its page, a page that needs a permission, or nowhere. */
export type PageFound = { kind: 'open'; title: LocalText } | { kind: 'closed'; permission: LocalText } | { kind: 'unknown' };

/** Finds a page of a plugin. Whether one that the caller may not open exists is told by the manifest, as far as it has come. */
export const pageFound = (opened: OpenPlugin, page: string, manifest: Manifest | undefined): PageFound => {
  const found = opened.pages.find((it) => it.name === page);
  if (found) return { kind: 'open', title: found.title };
  const declared = manifest?.pages && Object.hasOwn(manifest.pages, page) ? manifest.pages[page] : undefined;
  if (!manifest || !declared) return { kind: 'unknown' };
  const label = manifest.permissions?.[declared.permission]?.label ?? declared.permission;
  return { kind: 'closed', permission: { vi: manifest.words.vi[label] ?? label, en: manifest.words.en[label] ?? label } };
};
