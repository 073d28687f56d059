import type { PgTable } from 'drizzle-orm/pg-core';
import type { ZodType } from 'zod';

import type { PluginFact } from './fact.ts';
import type { Manifest } from './manifest.ts';
import type { TablePrefix } from './table.ts';
import type { PluginTarget } from './target.ts';

/** What a plugin brings. Whatever is not declared is absent. */
export type PluginParts<Id extends string = string, Key extends string = string> = {
  /** What a province may tune. Every setting has a default, so that a plugin can be enabled without any. */
  config?: ZodType;
  /** Its own tables, made by `pluginTable`. */
  tables?: Readonly<Record<string, PgTable & { _: { name: `${TablePrefix<Id>}${string}` } }>>;
  /** The folder of its migrations: plain SQL, unqualified names, one statement per call. */
  migrations?: URL;
  /** Its facts, made by `defineFacts`. */
  facts?: Readonly<Record<string, PluginFact<Id>>>;
  targets?: readonly PluginTarget<Key>[];
};

/** A plugin: a plain value, without any effect until a host reads it. */
export type Plugin = PluginParts & { manifest: Manifest };

/**
 * The table of contents of a plugin, and the default export of its `src/plugin.ts`. A part that does not exist, a fact of another
 * plugin, a table without the prefix or a title that is no word of the manifest does not compile.
 *
 * @example
 * export default definePlugin(manifest, {
 *   tables: { duties },
 *   migrations: new URL('../migrations/', import.meta.url),
 *   facts,
 *   targets,
 * });
 */
export const definePlugin = <Id extends string, Key extends string>(manifest: Manifest<Id, Key>, parts: PluginParts<NoInfer<Id>, NoInfer<Key>>): Plugin => ({
  ...parts,
  manifest,
});
