import type { Cluster } from '@saubac/db/cluster';
import type { Jobs } from '@saubac/db/jobs';
import { markDead, outboxRow } from '@saubac/db/outbox';
import { attemptFailed } from '../attempt-failed.ts';
import type { Handler, Handlers } from '../handlers/handler.ts';
import { tellFault, type Logger } from '../log.ts';
import { deadQueue, makeQueues, queueOf, type RowJob } from './queues.ts';
import { runRow } from './run-row.ts';

/** What working on outboxes needs; `stopping` tells work under way to stop. */
export type OutboxWork = { cluster: Cluster; jobs: Jobs; handlers: Handlers; log: Logger; stopping: AbortSignal };

/** Between hints a worker looks whether an attempt is to be made again. */
const lookEverySeconds = 2;
const patience = { pollingIntervalSeconds: lookEverySeconds, notifyPollingIntervalSeconds: lookEverySeconds } as const;

const workOne = async ({ cluster, jobs: { boss }, log, stopping }: OutboxWork, kind: string, handler: Handler): Promise<void> => {
  const id: string = await boss.work<RowJob>(queueOf(kind), { ...patience, groupConcurrency: handler.perTenant ?? 1 }, async ([job]) => {
    if (!job) return;
    // There may be more: look again at once instead of after the pause.
    boss.notifyWorker(id);
    await runRow(cluster, handler, { ...job, signal: AbortSignal.any([job.signal, stopping]) }, log);
  });
};

type DeadJob = { data: RowJob; sourceName: string | null; sourceId: string | null };

const bury = async ({ cluster, jobs: { boss }, handlers, log }: OutboxWork, { data, sourceName, sourceId }: DeadJob): Promise<void> => {
  // The failed job has the id of the row: it would stand in the way of the row's being given again.
  if (sourceName && sourceId) await boss.deleteJob(sourceName, sourceId);
  const tenant = (await cluster.tenants()).find((it) => it.id === data.tenant);
  if (!tenant) return;
  // Its row waits for the day when it is taken out of the archive, and is given to the queue anew.
  if (tenant.status === 'archived') return;
  await cluster.withTenant(tenant.slug, async ({ db }) => {
    const row = await outboxRow(db, data.row);
    if (!row || row.state === 'done' || row.state === 'dead') return;
    const told = log.child({ tenant: tenant.id, kind: row.kind, row: row.id });
    await handlers[row.kind]?.givenUp?.({ tenant, db, payload: row.payload, key: row.id, log: told });
    await markDead(db, row.id);
    told.error('given up; it stays as a dead letter');
  });
};

const buryDead = async (work: OutboxWork): Promise<void> => {
  const { boss } = work.jobs;
  const id: string = await boss.work<RowJob, void, { includeMetadata: true }>(deadQueue, { ...patience, includeMetadata: true }, async ([job]) => {
    if (!job) return;
    boss.notifyWorker(id);
    await bury(work, job).catch((fault: unknown) => {
      tellFault(work.log, 'dead letter not buried')(fault);
      throw attemptFailed(fault);
    });
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
