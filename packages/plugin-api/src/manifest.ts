import type { Role } from '@saubac/domain/access';
import type { LocalText } from '@saubac/domain/values';

/** The version of this interface. A plugin names the one it was written for; the host refuses others. */
export const apiVersion = 1;

/** Something that a plugin lets people do: what it is called, and which roles may do it over the units of their grants. */
export type PermissionDefinition<Key extends string = string> = { label: Key; grantTo: readonly Role[] };

/** The groups of the navigation that a page can stand in; without one it stands in a group of the plugin's own, under its title. */
export type PageGroup = 'plan' | 'people' | 'certificates' | 'administration';

/** A page of a plugin at `/t/<tenant>/x/<plugin>/<page>`: what the navigation calls it, and what opens it. `hidden`: reached by links only. */
export type PageDefinition<Key extends string = string, Permission extends string = string> = { title: Key; permission: Permission; group?: PageGroup; hidden?: true };

/**
 * Places of the core's screens where plugins may show a card.
 * - `person.sidebar`: beside somebody's file. `unit.sidebar`: beside a unit. `overview.main`: below the targets of the overview.
 * - `target.main`: below the figures of a target.
 */
export const slotPlaces = ['person.sidebar', 'unit.sidebar', 'overview.main', 'target.main'] as const;
export type SlotPlace = (typeof slotPlaces)[number];

/** A card of a plugin at a place of a core screen. */
export type SlotDefinition<Key extends string = string, Permission extends string = string, At extends SlotPlace = SlotPlace> = { at: At; title: Key; permission: Permission };

/** At which place each slot of a plugin stands. */
export type SlotsAt = Readonly<Record<string, SlotPlace>>;

/**
 * What a plugin says about itself: data only, shared by server and browser. `Key` is the union of its words, so that whatever shows a text can
 * only name one that exists in both languages; `Permission`, `Page` and `Slots` the names of what it declares.
 */
export type Manifest<Id extends string = string, Key extends string = string, Permission extends string = string, Page extends string = string, Slots extends SlotsAt = SlotsAt> = {
  /** Lower-case letters, digits and hyphens; the same as `saubac.plugin` in its package.json. Never changes once a tenant has enabled it. */
  id: Id;
  version: string;
  apiVersion: typeof apiVersion;
  /** What users call the plugin, and in one sentence what it is for. */
  title: Key;
  about: Key;
  permissions?: Readonly<Record<Permission, PermissionDefinition<Key>>>;
  pages?: Readonly<Record<Page, PageDefinition<Key, Permission>>>;
  slots?: { readonly [Slot in keyof Slots]: SlotDefinition<Key, Permission, Slots[Slot]> };
  words: { vi: Readonly<Record<Key, string>>; en: Readonly<Record<Key, string>> };
};

/**
 * Declares a plugin. A word that one language lacks, a page that asks for a permission nobody declared, do not compile.
 *
 * @example
 * export const manifest = defineManifest({
 *   id: 'example',
 *   version: '1.0.0',
 *   apiVersion: 1,
 *   title: 'title',
 *   about: 'about',
 *   permissions: { 'duty.read': { label: 'permission.readDuties', grantTo: ['home-affairs-officer', 'auditor'] } },
 *   pages: { duties: { title: 'page.duties', permission: 'duty.read' } },
 *   words: {
 *     vi: { title: 'Bộ phận một cửa', about: 'Theo dõi người trực ở bộ phận một cửa.', 'permission.readDuties': 'xem lịch trực', 'page.duties': 'Lịch trực' },
 *     en: { title: 'One-stop shops', about: 'Keeps who is on duty at one-stop shops.', 'permission.readDuties': 'see duties', 'page.duties': 'Duties' },
 *   },
 * });
 */
export const defineManifest = <const Id extends string, const Key extends string, const Permission extends string = never, const Page extends string = never, const Slots extends SlotsAt = Readonly<Record<string, never>>>(
  manifest: {
    id: Id;
    version: string;
    apiVersion: typeof apiVersion;
    title: NoInfer<Key>;
    about: NoInfer<Key>;
    permissions?: Readonly<Record<Permission, PermissionDefinition<NoInfer<Key>>>>;
    pages?: Readonly<Record<Page, PageDefinition<NoInfer<Key>, NoInfer<Permission>>>>;
    slots?: { readonly [Slot in keyof Slots]: SlotDefinition<NoInfer<Key>, NoInfer<Permission>, Slots[Slot]> };
    words: { vi: Record<Key, string>; en: Record<NoInfer<Key>, string> };
  },
): Manifest<Id, Key, Permission, Page, Slots> => manifest;

/**
 * A word of a plugin in both languages, as labels and titles are handed on.
 *
 * @example
 * wordOf(manifest, 'fact.onDuty'); // { vi: 'trực tại bộ phận một cửa', en: 'on duty at a one-stop shop' }
 */
export const wordOf = <Key extends string>(manifest: Pick<Manifest<string, Key>, 'words'>, key: Key): LocalText => ({ vi: manifest.words.vi[key], en: manifest.words.en[key] });

/**
 * A permission of a plugin as the core names it, for the moves of a workflow.
 *
 * @example
 * permissionOf(manifest, 'duty.read'); // 'example:duty.read'
 */
export const permissionOf = <Id extends string, Permission extends string>(manifest: Pick<Manifest<Id, string, Permission>, 'id' | 'permissions'>, permission: NoInfer<Permission>): `${Id}:${Permission}` =>
  `${manifest.id}:${permission}`;
