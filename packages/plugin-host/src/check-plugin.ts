import type { Workflow } from '@saubac/domain/workflow';
import { apiVersion, type Plugin, type PluginFailure } from '@saubac/plugin-api';

import { checkManifest } from './checks/check-manifest.ts';
import { checkReports } from './checks/check-reports.ts';
import { checkRoutes } from './checks/check-routes.ts';
import { checkFacts, checkTargets } from './checks/check-rules.ts';
import { checkSettings } from './checks/check-settings.ts';
import { checkTables } from './checks/check-tables.ts';
import { checkWorkflows } from './checks/check-workflows.ts';

/** What a plugin is checked against: the core's workflows, which it may add to. Without them additions are not put together. */
export type CheckedAgainst = { coreWorkflows?: readonly Workflow<never>[] };

/** One failure for one fault, however many parts name what is missing. */
const distinct = (failures: readonly PluginFailure[]): PluginFailure[] => [...new Map(failures.map((it) => [JSON.stringify(it), it])).values()];

/**
 * Everything that keeps a plugin from being used; empty if nothing does. The compiler sees most of it first, but a plugin is loaded
 * without one: its words, names, permissions, rules, workflows, settings, routes and migrations are checked again as they are.
 */
export const checkPlugin = (plugin: Plugin, { coreWorkflows }: CheckedAgainst = {}): PluginFailure[] => {
  const { manifest } = plugin;
  if (manifest.apiVersion !== apiVersion) return [{ kind: 'wrong-api-version', found: manifest.apiVersion, supported: apiVersion }];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(manifest.id)) return [{ kind: 'invalid-id', id: manifest.id }];
  const found = [checkManifest, checkFacts, checkTargets, checkReports, checkSettings, checkRoutes, checkTables].flatMap((check) => check(plugin));
  return distinct([...found, ...checkWorkflows(plugin, coreWorkflows)]);
};
