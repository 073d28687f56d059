import type postgres from 'postgres';
import { actAsOwner } from '../tenancy/tenant-grants.ts';
import { tenantSqlOn } from '../tenancy/tenant-sql-on.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { appendEntry } from './append-entry.ts';
import { uuidV7 } from './uuid-v7.ts';
import type { AuditRecord, WriteContext } from './write-with-audit.ts';

/**
 * Chains an act to a tenant's audit inside a transaction of the provisioner, who acts as the owner for it and as himself again afterwards: for
 * what is done to a tenant from outside (renamed, archived, exported), so that act and record are there together or not at all.
 */
export const recordAsOwner = async (
  tx: postgres.TransactionSql,
  tenant: Pick<Tenant, 'schemaName' | 'roleName'>,
  { actor, now, why }: WriteContext,
  { act, subject, before = null, after = null }: AuditRecord,
): Promise<void> => {
  await actAsOwner(tx, tenant);
  await appendEntry(tenantSqlOn(tx), {
    metadata: { id: uuidV7(), at: now.toISOString(), actorId: actor.id, actorLabel: actor.label, act, subjectKind: subject.kind, subjectId: subject.id ?? null, why: why ?? null },
    before,
    after,
  });
  await tx`reset role`;
};
