import type { WorkflowExtension } from '@saubac/domain/workflow';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ZodType } from 'zod';

import type { PluginCase } from './cases.ts';
import type { PluginCtx } from './context.ts';
import type { PluginFact } from './fact.ts';
import type { Manifest } from './manifest.ts';
import type { PluginRoutes } from './routes.ts';
import type { TablePrefix } from './table.ts';
import type { PluginTarget } from './target.ts';
import type { PluginFunding, PluginHandler, PluginJob, PluginReport } from './work.ts';

/** What a plugin brings. Whatever is not declared is absent. */
export type PluginParts<Id extends string = string, Key extends string = string, Permission extends string = string, Config = unknown> = {
  /**
   * What a province may tune. Every setting has a default, so that a plugin can be enabled without any. The form is made from the schema: a
   * field is called by the word `config.<field>`, explained by `config.<field>.about` where there is one, one of a group by `config.<group>.<field>`,
   * a choice by `config.<field>.<choice>`; one that is marked
   * `.meta({ secret: true })` is never shown again.
   */
  config?: ZodType<Config>;
  /** Its own tables, made by `pluginTable`. */
  tables?: Readonly<Record<string, PgTable & { _: { name: `${TablePrefix<Id>}${string}` } }>>;
  /** The folder of its migrations: plain SQL, unqualified names, one statement per call. */
  migrations?: URL;
  /** Its facts, made by `defineFacts`. */
  facts?: Readonly<Record<string, PluginFact<Id>>>;
  targets?: readonly PluginTarget<Key>[];
  /** Its own workflows (`defineCase`), and what it adds to those of the core (`extendWorkflow`). */
  workflows?: readonly (PluginCase<Permission> | WorkflowExtension)[];
  routes?: PluginRoutes;
  handlers?: Readonly<Record<string, PluginHandler<Config>>>;
  jobs?: Readonly<Record<string, PluginJob<Config>>>;
  reports?: Readonly<Record<string, PluginReport<Key, Permission, Config>>>;
  funding?: PluginFunding<Config>;
  /** What a demonstration begins with, so that every page opens on something to do; run once, never in a tenant that is not one. */
  sample?: (ctx: PluginCtx<Config>) => Promise<void>;
};

/** A plugin: a plain value, without any effect until a host reads it. */
export type Plugin = Omit<PluginParts, 'handlers' | 'jobs' | 'reports' | 'funding' | 'sample'> & {
  manifest: Manifest;
  handlers?: Readonly<Record<string, PluginHandler>>;
  jobs?: Readonly<Record<string, PluginJob>>;
  reports?: Readonly<Record<string, PluginReport>>;
  funding?: PluginFunding;
  sample?: (ctx: PluginCtx) => Promise<void>;
};

/**
 * The table of contents of a plugin, and the default export of its `src/plugin.ts`. A part that does not exist, a fact of another
 * plugin, a table without the prefix, a title that is no word or a permission that is none of the manifest does not compile.
 *
 * @example
 * export default definePlugin(manifest, {
 *   config: configSchema,
 *   tables: { duties },
 *   migrations: new URL('../migrations/', import.meta.url),
 *   facts,
 *   targets,
 *   routes,
 *   reports,
 * });
 */
export const definePlugin = <Id extends string, Key extends string, Permission extends string, Config = unknown>(
  manifest: Manifest<Id, Key, Permission>,
  parts: PluginParts<NoInfer<Id>, NoInfer<Key>, NoInfer<Permission>, Config>,
): Plugin => ({ ...parts, manifest }) as unknown as Plugin;
