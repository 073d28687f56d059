import type { Cluster } from '@saubac/db/cluster';
import { AlreadyDone, markDone, noteAttempt, noteFailure, outboxRow, type OutboxRow } from '@saubac/db/outbox';
import type { Tenant, TenantDb } from '@saubac/db/tenancy';
import { attemptFailed } from '../attempt-failed.ts';
import type { Handler } from '../handlers/handler.ts';
import { codeOf, type Logger } from '../log.ts';
import { attemptsOf, type RowJob } from './queues.ts';

const abortedFault = (): Error => Object.assign(new Error('The attempt was aborted.'), { code: 'aborted' });

const archivedFault = (): Error => Object.assign(new Error('The tenant is archived.'), { code: 'archived' });

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(abortedFault());
    else signal.addEventListener('abort', () => reject(abortedFault()), { once: true });
  });

type Attempt = { tenant: Tenant; db: TenantDb; row: OutboxRow; handler: Handler; lastAttempt: boolean; signal: AbortSignal; log: Logger };

const attempt = async ({ tenant, db, row, handler, lastAttempt, signal, log }: Attempt): Promise<void> => {
  const { id: key, payload } = row;
  await noteAttempt(db, key);
  try {
    // Work that does not listen to the signal goes on unseen; whatever it writes then is undone where it marks itself as done.
    const run = handler.run({ tenant, db, payload, key, attempt: row.attempts + 1, lastAttempt, signal, log, complete: (tx) => markDone(tx, key) });
    run.catch(() => {});
    await Promise.race([run, aborted(signal)]);
    // Work that returned because it was told to stop is not done, unless it said so.
    if (signal.aborted) throw abortedFault();
    await markDone(db, key);
  } catch (fault) {
    // Either the work marked itself as done, or another attempt was first.
    if (fault instanceof AlreadyDone) return;
    const code = codeOf(fault);
    log.warn({ code }, 'attempt failed');
    await noteFailure(db, key, code);
    throw attemptFailed(fault);
  }
};

/** A job of the queue in work: where its row is, how often it was taken before, and when to stop. */
export type TakenJob = { data: RowJob; retryCount: number; signal: AbortSignal };

/** Does the work of one outbox row, once more if need be. Throws when the attempt was in vain; a row that is ended or gone is nothing to do. */
export const runRow = async (cluster: Cluster, handler: Handler, { data, retryCount, signal }: TakenJob, log: Logger): Promise<void> => {
  const tenant = (await cluster.tenants()).find((it) => it.id === data.tenant);
  if (!tenant) return;
  if (tenant.status !== 'active') throw attemptFailed(archivedFault());
  await cluster.withTenant(tenant.slug, async ({ db }) => {
    const row = await outboxRow(db, data.row);
    if (!row || row.state === 'done' || row.state === 'dead') return;
    const lastAttempt = retryCount >= attemptsOf(handler) - 1;
    await attempt({ tenant, db, row, handler, lastAttempt, signal, log: log.child({ tenant: tenant.id, kind: row.kind, row: row.id }) });
  });
};
