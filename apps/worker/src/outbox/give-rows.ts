import type { Cluster } from '@saubac/db/cluster';
import type { Jobs } from '@saubac/db/jobs';
import { markTaken, openRows } from '@saubac/db/outbox';
import type { Tenant } from '@saubac/db/tenancy';
import { queueOf, type RowJob } from './queues.ts';

const page = 500;

/**
 * Gives the open rows of a tenant's outbox to the queue and notes it in the rows. Killed in between, the rows are given again: a job has the
 * id of its row, and the queue takes an id once. Answers with how many were given.
 */
export const giveRows = async (cluster: Cluster, { boss }: Jobs, tenant: Tenant, kinds: readonly string[]): Promise<number> =>
  cluster.withTenant(tenant.slug, async ({ db }) => {
    let given = 0;
    for (let rows = await openRows(db, kinds, page); rows.length > 0; rows = rows.length < page ? [] : await openRows(db, kinds, page)) {
      for (const [kind, group] of Map.groupBy(rows, (row) => row.kind)) {
        await boss.insert(
          queueOf(kind),
          group.map(({ id }) => ({ id, data: { tenant: tenant.id, row: id } satisfies RowJob, group: { id: tenant.id } })),
        );
      }
      await markTaken(db, rows.map((row) => row.id));
      given += rows.length;
    }
    return given;
  });
