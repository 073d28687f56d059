import type postgres from 'postgres';
import type { Tenant } from '../tenancy/tenant.ts';
import { visitAsOwner } from '../tenancy/visit-as-owner.ts';

/** Work that was given up: what kind, how often it was attempted, the code of the last failure, and when (moments in UTC). */
export type DeadRow = { id: string; kind: string; attempts: number; failure: string | null; askedAt: string; givenUpAt: string };

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The dead letters of a tenant, the oldest first, read over the provisioner's connection. */
export const deadRows = (provisioner: postgres.Sql, tenant: Tenant): Promise<DeadRow[]> =>
  visitAsOwner(provisioner, tenant, async (tx) => [
    ...(await tx.unsafe<DeadRow[]>(`
      select id, kind, attempts, failure, ${utc('created_at')} as "askedAt", ${utc('ended_at')} as "givenUpAt" from outbox where state = 'dead' order by id`)),
  ]);

/** Lets dead letters of a tenant be attempted anew, all of them or one. Answers with how many. Hint the worker afterwards. */
export const reviveRows = (provisioner: postgres.Sql, tenant: Tenant, id: string | null): Promise<number> =>
  visitAsOwner(provisioner, tenant, async (tx) => {
    const { count } = await tx`
      update outbox set state = 'waiting', attempts = 0, taken_at = null, ended_at = null where state = 'dead' and (${id}::uuid is null or id = ${id}::uuid)`;
    return count;
  });
