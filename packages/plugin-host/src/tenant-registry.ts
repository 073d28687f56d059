import { listTenantPlugins, probeFacts, type TenantPlugin } from '@saubac/db/plugins';
import type { TenantDb } from '@saubac/db/tenancy';
import type { IsoDate } from '@saubac/domain/values';
import { pluginOfFact, type PluginFact, type PluginFailure, type Registry } from '@saubac/plugin-api';

import { buildRegistry, type SecretReader } from './build-registry.ts';
import type { LoadedPlugin } from './load-plugins.ts';

const failuresByPlugin = (broken: ReadonlyMap<string, string>): Map<string, PluginFailure[]> => {
  const failures = [...broken].map(([fact, message]) => ({ kind: 'relation-failed' as const, fact, message }));
  return Map.groupBy(failures, (it) => pluginOfFact(it.fact) ?? '');
};

/** What of some facts the tenant's database can't answer, by plugin. */
export const brokenFacts = async (db: TenantDb, facts: Iterable<PluginFact>, today: IsoDate): Promise<Map<string, PluginFailure[]>> =>
  failuresByPlugin(await probeFacts(db, [...facts], today));

/**
 * The registry of one tenant, for the context of its verbs. A plugin whose facts the tenant's database can't answer counts as failed
 * here, so that it takes only its own targets with it. Reads the database: keep it for as long as the tenant's data version stands.
 */
export const tenantRegistry = async (db: TenantDb, loaded: readonly LoadedPlugin[], today: IsoDate, vault?: SecretReader): Promise<Registry> => {
  const ofTenant = await listTenantPlugins(db);
  const registry = buildRegistry(loaded, ofTenant, vault);
  const broken = await brokenFacts(db, registry.facts.values(), today);
  if (broken.size === 0) return registry;
  const failed = (it: TenantPlugin): TenantPlugin => ({ ...it, state: 'failed', failures: broken.get(it.id) ?? [] });
  return buildRegistry(loaded, ofTenant.map((it) => (broken.has(it.id) ? failed(it) : it)), vault);
};
