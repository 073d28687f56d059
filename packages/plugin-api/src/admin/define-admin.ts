import type { IsoDate, Locale, LocalText } from '@saubac/domain/values';
import { type ComponentType, createContext, useContext } from 'react';
import type { ZodType } from 'zod';

import type { Manifest, SlotPlace, SlotsAt } from '../manifest.ts';

/** What a card is told of the screen that it stands on. */
export type SlotProps = {
  'person.sidebar': { person: string; on: IsoDate };
  'unit.sidebar': { unit: string; code: string; on: IsoDate };
  'overview.main': { on: IsoDate };
  'target.main': { target: string; on: IsoDate };
};

type Lazy<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** The browser's side of a plugin: a component for each page and slot that the manifest promises, loaded when it is shown. */
export type PluginAdmin = {
  manifest: Manifest;
  pages: Readonly<Record<string, Lazy<object>>>;
  slots: Readonly<Record<string, { at: SlotPlace; load: Lazy<never> }>>;
};

/**
 * The table of contents of a plugin's browser side, and the default export of its `src/admin.tsx`. A page or slot that the manifest promises and
 * that is missing here, or the other way round, does not compile.
 *
 * @example
 * export default defineAdmin(manifest, {
 *   pages: { duties: () => import('./admin/duties-page.tsx') },
 *   slots: { dutiesOfPerson: () => import('./admin/duties-card.tsx') },
 * });
 */
export const defineAdmin = <Id extends string, Key extends string, Permission extends string, Page extends string, Slots extends SlotsAt>(
  manifest: Manifest<Id, Key, Permission, Page, Slots>,
  parts: { pages: { [Name in Page]: Lazy<object> }; slots: { [Slot in keyof Slots]: Lazy<SlotProps[Slots[Slot]]> } },
): PluginAdmin => ({
  manifest: manifest as unknown as Manifest,
  pages: parts.pages,
  slots: Object.fromEntries(
    Object.entries(parts.slots).map(([name, load]) => {
      const { at } = (manifest.slots as Manifest['slots'])?.[name] ?? { at: 'overview.main' as const };
      return [name, { at, load: load as Lazy<never> }];
    }),
  ),
});

/** A request of a plugin's page to its own routes; `path` begins with `/`. Throws a `PluginRefused` with the refusal in the user's language; a POST that is sent again by the browser does nothing twice. */
export type PluginRequests = {
  get: <T>(path: string, schema: ZodType<T>) => Promise<T>;
  send: <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown, schema: ZodType<T>) => Promise<T>;
  /** Sends a file to a route that takes it by `upload`. */
  upload: <T>(path: string, file: File, schema: ZodType<T>) => Promise<T>;
  /** The address of a file that a route sends by `sendFile`, for `<a href download>`. */
  file: (path: string) => string;
};

/** What pages and cards of a plugin are given by `usePlugin`. */
export type PluginHost = {
  plugin: string;
  tenant: string;
  locale: Locale;
  today: IsoDate;
  /** A word of the plugin in the user's language, its places filled. */
  t: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** A text in the user's language. */
  text: (text: LocalText) => string;
  /** Whether the user holds a permission of this plugin, by its name in the manifest. */
  may: (permission: string) => boolean;
  api: PluginRequests;
  /** What the address of a page says after `?`, and how to change it; undefined takes a part away. Back and forward work. A card has none. */
  search: Readonly<Record<string, string>>;
  setSearch: (change: Readonly<Record<string, string | undefined>>) => void;
  /** Notes whether a form, by an id of its own, holds what is not saved; used by `useUnsavedGuard`. */
  noteUnsaved: (form: string, unsaved: boolean) => void;
  /** The address of another place of the tenant, such as `/people/<id>` or `/x/<plugin>/<page>?…`, for `<a href>`; the page is not loaded anew by following it. */
  href: (path: string) => string;
};

/** Where the host puts what `usePlugin` gives. */
export const PluginHostContext = createContext<PluginHost | null>(null);

/**
 * What a page or a card of a plugin works with.
 *
 * @example
 * const { t, api, tenant } = usePlugin();
 * const duties = useQuery({ queryKey: ['x', 'example', tenant, 'duties'], queryFn: () => api.get('/duties', dutiesAnswer) });
 */
export const usePlugin = (): PluginHost => {
  const host = useContext(PluginHostContext);
  if (!host) throw new Error('usePlugin is for pages and cards of plugins');
  return host;
};
