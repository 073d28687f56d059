import type { Cluster } from '@saubac/db/cluster';
import { clearPlatform } from '@saubac/db/upkeep';
import type { Jobs } from '@saubac/db/jobs';
import type { Tenant } from '@saubac/db/tenancy';
import type { PluginHost } from '@saubac/plugin-host';
import type { FileStore } from '@saubac/services/files';
import { attemptFailed } from '../attempt-failed.ts';
import { codeOf, type Logger } from '../log.ts';
import { anchorTenants } from './anchor-tenants.ts';
import { tenantTasks } from './tenant-tasks.ts';

/** What the schedules need. */
export type ScheduledWork = { cluster: Cluster; jobs: Jobs; files: FileStore; plugins: PluginHost; log: Logger };

const timeZone = 'Asia/Ho_Chi_Minh';
const anchorsQueue = 'audit-anchors';
/** A job in it begins the night now. */
export const nightQueue = 'night';
const tenantNightQueue = 'night-tenant';

/** At half past one nobody works, and what the day brought is complete. */
const everyNight = '30 1 * * *';
const everyFiveMinutes = '*/5 * * * *';

const look = { pollingIntervalSeconds: 5 } as const;
const brief = { deleteAfterSeconds: 86_400, heartbeatSeconds: 15 } as const;

type TenantNight = { tenant: string };

const activeTenants = async (cluster: Cluster): Promise<Tenant[]> => (await cluster.tenants()).filter((tenant) => tenant.status === 'active');

/** The night of one tenant: every task, whatever became of the one before. */
const nightOf = async ({ cluster, files, plugins, log }: ScheduledWork, tenantId: string): Promise<void> => {
  const tenant = (await activeTenants(cluster)).find((it) => it.id === tenantId);
  if (!tenant) return;
  const faults: unknown[] = [];
  await cluster.withTenant(tenant.slug, async ({ db }) => {
    for (const [task, work] of Object.entries(tenantTasks)) {
      const told = log.child({ tenant: tenant.id, task });
      await work({ cluster, files, plugins, tenant, db, now: new Date(), log: told }).catch((fault: unknown) => {
        told.error({ code: codeOf(fault) }, 'task of the night failed');
        faults.push(fault);
      });
    }
  });
  if (faults.length > 0) throw attemptFailed(faults[0]);
};

const makeQueues = async ({ boss }: Jobs): Promise<void> => {
  await boss.createQueue(anchorsQueue, { ...brief, policy: 'stately', retryLimit: 0, expireInSeconds: 600 });
  await boss.createQueue(nightQueue, { ...brief, policy: 'stately', retryLimit: 3, retryDelay: 60, expireInSeconds: 600 });
  await boss.createQueue(tenantNightQueue, { ...brief, retryLimit: 2, retryDelay: 600, expireInSeconds: 3_600, notify: true });
};

/**
 * Keeps the clock of the installation: the heads of the audits are anchored every few minutes; every night each tenant's audit is checked
 * and what is spent is taken away. However many workers there are, each time comes once.
 */
export const keepSchedules = async (work: ScheduledWork): Promise<void> => {
  const { cluster, jobs, log } = work;
  const { boss } = jobs;
  await makeQueues(jobs);
  await boss.work(anchorsQueue, look, async ([job]) => {
    if (job) await anchorTenants(cluster, await activeTenants(cluster), log);
  });
  await boss.work(nightQueue, look, async ([job]) => {
    if (!job) return;
    for (const { id: tenant } of await activeTenants(cluster)) await boss.send(tenantNightQueue, { tenant } satisfies TenantNight);
    log.info({ cleared: await clearPlatform(cluster.registry, new Date()) }, 'accounts cleared');
  });
  const id: string = await boss.work<TenantNight>(tenantNightQueue, look, async ([job]) => {
    if (!job) return;
    boss.notifyWorker(id);
    await nightOf(work, job.data.tenant);
  });
  await boss.schedule(anchorsQueue, everyFiveMinutes, null, { tz: timeZone });
  // An installation that is off at night makes up for it when it is started.
  await boss.schedule(nightQueue, everyNight, null, { tz: timeZone, missed: 'once' });
};
