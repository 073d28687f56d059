import type { Cluster } from '@saubac/db/cluster';
import type { Jobs } from '@saubac/db/jobs';
import { markDead } from '@saubac/db/outbox';
import type { Handler, Handlers } from '../handlers/handler.ts';
import { codeOf, type Logger } from '../log.ts';
import { deadQueue, makeQueues, queueOf, type RowJob } from './queues.ts';
import { runRow } from './run-row.ts';

/** What working on outboxes needs. */
export type OutboxWork = { cluster: Cluster; jobs: Jobs; handlers: Handlers; log: Logger };

/** Between hints a worker looks whether an attempt is to be made again. */
const lookEverySeconds = 2;
const patience = { pollingIntervalSeconds: lookEverySeconds, notifyPollingIntervalSeconds: lookEverySeconds } as const;

const workOne = async ({ cluster, jobs: { boss }, log }: OutboxWork, kind: string, handler: Handler): Promise<void> => {
  const id: string = await boss.work<RowJob>(queueOf(kind), { ...patience, groupConcurrency: handler.perTenant ?? 1 }, async ([job]) => {
    if (!job) return;
    // There may be more: look again at once instead of after the pause.
    boss.notifyWorker(id);
    await runRow(cluster, handler, job.data, job.signal, log);
  });
};

const buryDead = async ({ cluster, jobs: { boss }, log }: OutboxWork): Promise<void> => {
  const id: string = await boss.work<RowJob, void, { includeMetadata: true }>(deadQueue, { ...patience, includeMetadata: true }, async ([job]) => {
    if (!job) return;
    boss.notifyWorker(id);
    const { tenant: tenantId, row } = job.data;
    // The failed job has the id of the row: it would stand in the way of the row's being given again.
    if (job.sourceName && job.sourceId) await boss.deleteJob(job.sourceName, job.sourceId);
    const tenant = (await cluster.tenants()).find((it) => it.id === tenantId);
    if (tenant) await cluster.withTenant(tenant.slug, ({ db }) => markDead(db, row));
    log.error({ tenant: tenantId, row, queue: job.sourceName }, 'given up; it stays as a dead letter');
  });
};

/** Takes outbox rows out of the queue and does their work, until the queue is stopped. */
export const workOutbox = async (work: OutboxWork): Promise<void> => {
  await makeQueues(work.jobs, work.handlers);
  for (const [kind, handler] of Object.entries(work.handlers)) {
    for (let i = 0; i < (handler.parallel ?? 2); i += 1) await workOne(work, kind, handler);
  }
  await buryDead(work);
};

/** Tells the log of a fault that stopped nothing. */
export const tellFault = (log: Logger, what: string) => (fault: unknown): void => log.warn({ code: codeOf(fault) }, what);
