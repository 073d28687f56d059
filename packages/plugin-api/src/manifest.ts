import type { LocalText } from '@saubac/domain/values';

/** The version of this interface. A plugin names the one it was written for; the host refuses others. */
export const apiVersion = 1;

/**
 * What a plugin says about itself: data only. `Key` is the union of its words, so that whatever shows a text can only name one that
 * exists in both languages.
 */
export type Manifest<Id extends string = string, Key extends string = string> = {
  /** Lower-case letters, digits and hyphens; the same as `saubac.plugin` in its package.json. Never changes once a tenant has enabled it. */
  id: Id;
  version: string;
  apiVersion: typeof apiVersion;
  words: { vi: Readonly<Record<Key, string>>; en: Readonly<Record<Key, string>> };
};

/**
 * Declares a plugin. A word that one language lacks does not compile.
 *
 * @example
 * export const manifest = defineManifest({
 *   id: 'example',
 *   version: '1.0.0',
 *   apiVersion: 1,
 *   words: {
 *     vi: { 'fact.onDuty': 'trực tại bộ phận một cửa' },
 *     en: { 'fact.onDuty': 'on duty at a one-stop shop' },
 *   },
 * });
 */
export const defineManifest = <const Id extends string, const Key extends string>(
  manifest: Omit<Manifest<Id, Key>, 'words'> & { words: { vi: Record<Key, string>; en: Record<NoInfer<Key>, string> } },
): Manifest<Id, Key> => manifest;

/**
 * A word of a plugin in both languages, as labels and titles are handed on.
 *
 * @example
 * wordOf(manifest, 'fact.onDuty'); // { vi: 'trực tại bộ phận một cửa', en: 'on duty at a one-stop shop' }
 */
export const wordOf = <Key extends string>(manifest: Manifest<string, Key>, key: Key): LocalText => ({ vi: manifest.words.vi[key], en: manifest.words.en[key] });
