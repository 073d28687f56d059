import { checkAudit, keepCheck } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import { queue } from '@saubac/db/outbox';
import type { Tenant, TenantDb } from '@saubac/db/tenancy';
import { compareAcrossProvinces } from '@saubac/db/twins';
import { clearTenant } from '@saubac/db/upkeep';
import { type PluginHost, runJobs, tenantRegistry } from '@saubac/plugin-host';
import { createCtx, dayInVietnam } from '@saubac/services/context';
import { type FileStore, sweepFiles } from '@saubac/services/files';
import { caseDays } from '@saubac/services/notices';
import { commandLine } from '@saubac/domain/access';
import type { Logger } from '../log.ts';

/** What a task of the night is given: one tenant, and the moment. */
export type TenantNight = { cluster: Cluster; files: FileStore; plugins: PluginHost; tenant: Tenant; db: TenantDb; now: Date; log: Logger };

const audit = async ({ cluster, tenant, db, log }: TenantNight): Promise<void> => {
  const check = await checkAudit(cluster.registry, { tenant, db });
  await keepCheck(cluster.registry, tenant.id, check);
  const { faults, ...counts } = check;
  if (faults.length > 0) log.error({ ...counts, faults: faults.slice(0, 20) }, 'the audit has faults');
  else log.info(counts, 'the audit is whole');
};

const clearing = async ({ db, now, log }: TenantNight): Promise<void> => log.info(await clearTenant(db, now), 'cleared');

const transfers = async ({ tenant, db, files, now, log }: TenantNight): Promise<void> => log.info(await sweepFiles({ db, store: files, tenant: tenant.id, now }), 'transfers swept');

const elsewhere = async ({ cluster, db, log }: TenantNight): Promise<void> => log.info(await db.transaction((tx) => compareAcrossProvinces(tx, cluster.vault)), 'compared across provinces');

// Asked for in the outbox: it needs what verbs need, and is attempted until it is done.
const days = async ({ db }: TenantNight): Promise<void> => {
  await db.transaction((tx) => queue(tx, { kind: caseDays, payload: {} }));
};

const clock = { id: null, label: 'clock' };

const jobsOfPlugins = async ({ cluster, plugins, tenant, db, now, log }: TenantNight): Promise<void> => {
  const today = dayInVietnam(now);
  const registry = await tenantRegistry(db, plugins.loaded, today, cluster.vault);
  const ctx = createCtx({ tenant: { id: tenant.id, slug: tenant.slug }, db, actor: clock, access: commandLine, registry, today, now: () => new Date(), reads: { note: () => undefined } });
  log.info({ jobs: await runJobs(plugins, ctx, (fault) => log.warn(fault, 'fault of a plugin')) }, 'jobs of plugins done');
};

/** What is done for each tenant every night, by name, in this order. */
export const tenantTasks: Readonly<Record<string, (night: TenantNight) => Promise<void>>> = { audit, clearing, transfers, elsewhere, plugins: jobsOfPlugins, days };
