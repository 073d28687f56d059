import type { PluginGrants } from '@saubac/domain/access';
import type { LocalText } from '@saubac/domain/values';
import type { WorkflowExtension } from '@saubac/domain/workflow';

import type { PluginCase } from './cases.ts';
import type { PluginFact } from './fact.ts';
import type { PluginFailure } from './failure.ts';
import type { Plugin } from './plugin.ts';
import type { PluginTarget } from './target.ts';

/**
 * How a plugin stands in one tenant.
 * - `available`: here, never enabled by the tenant. `enabled`: its facts count. `disabled`: switched off, its data kept.
 * - `failed`: it can't be used, for the reasons named. `safe-mode`: the installation was started without any plugin.
 */
export type PluginStanding = { version: string | null } & ({ state: 'available' | 'enabled' | 'disabled' | 'safe-mode' } | { state: 'failed'; failures: readonly PluginFailure[] });

/** A target that a plugin offers to plans, with its title in both languages. */
export type TargetTemplate = Omit<PluginTarget, 'title'> & { plugin: string; title: LocalText };

/** The migrations of one plugin: a set of its own in the ledger of each tenant, and the folder of its files. */
export type PluginMigrations = { plugin: string; name: `plugin:${string}`; directory: string };

/** A plugin that works in a tenant, with the settings it has there. */
export type ActivePlugin = { plugin: Plugin; config: unknown };

/**
 * What plugins bring to one tenant, by which verbs reach it: `plugin-host` builds it, the context carries it.
 *
 * @example
 * const sources = factSources(ctx.registry);
 * const why = standingOfFact(ctx.registry, 'example.onDuty'); // { state: 'disabled', version: '1.0.0' }
 */
export type Registry = {
  /** Every plugin found, and those the tenant had enabled that are gone, by id. */
  plugins: ReadonlyMap<string, PluginStanding>;
  /** Those that are enabled and work, by id: what a process runs their parts with. */
  active: ReadonlyMap<string, ActivePlugin>;
  /** The facts that can be counted in this tenant today, by id. A target whose fact is missing here is "unavailable". */
  facts: ReadonlyMap<string, PluginFact>;
  /** The targets offered to plans of this tenant. */
  targets: readonly TargetTemplate[];
  /** The sets that migrating this tenant applies after the core's. */
  migrations: readonly PluginMigrations[];
  /** Which roles the permissions of the enabled plugins are granted to, by their full names. */
  grants: PluginGrants;
  /** Workflows of the enabled plugins, and what they add to the core's. */
  cases: readonly (PluginCase & { plugin: string; word: (key: string) => LocalText })[];
  extensions: readonly (WorkflowExtension & { plugin: string; word: (key: string) => LocalText })[];
};

/**
 * The registry of a tenant without any plugin.
 *
 * @example
 * const ctx = { registry: emptyRegistry };
 */
export const emptyRegistry: Registry = { plugins: new Map(), active: new Map(), facts: new Map(), targets: [], migrations: [], grants: new Map(), cases: [], extensions: [] };

/**
 * The plugin that a fact's id names; undefined for a fact of the core.
 *
 * @example
 * pluginOfFact('example.onDuty'); // 'example'
 * pluginOfFact('kind'); // undefined
 */
export const pluginOfFact = (fact: string): string | undefined => (fact.includes('.') ? fact.slice(0, fact.indexOf('.')) : undefined);

/**
 * How the plugin of a fact stands, to say why a target is unavailable; undefined for a fact of the core or of a plugin nobody knows.
 *
 * @example
 * standingOfFact(registry, 'example.onDuty')?.state; // 'failed'
 */
export const standingOfFact = (registry: Registry, fact: string): PluginStanding | undefined => registry.plugins.get(pluginOfFact(fact) ?? '');
