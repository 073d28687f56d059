import type postgres from 'postgres';
import { fail, ok, type Result } from '@saubac/domain/values';
import { accessChannel, noticePayload } from '../accounts/access-notice.ts';
import { anchorHead } from '../audit/anchors.ts';
import { recordAsOwner } from '../audit/record-as-owner.ts';
import type { WriteContext } from '../audit/write-with-audit.ts';
import { findTenant } from './registry.ts';
import { actAsOwner, grantTables } from './tenant-grants.ts';
import type { Tenant } from './tenant.ts';

export type StandingFailure = { kind: 'unknown-tenant'; slug: string } | { kind: 'tenant-archived-already'; slug: string } | { kind: 'tenant-not-archived'; slug: string };

/** Those whose every other door is closed, and those who came through this one, have no session any more. */
const endSessions = async (tx: postgres.TransactionSql, tenant: Tenant): Promise<number> => {
  const { count } = await tx`
    delete from platform.sessions s where s.through_tenant_id = ${tenant.id} or (
      exists (select 1 from platform.memberships m where m.user_id = s.user_id and m.tenant_id = ${tenant.id} and m.status = 'active')
      and not exists (select 1 from platform.memberships m join platform.tenants t on t.id = m.tenant_id
                      where m.user_id = s.user_id and m.status = 'active' and t.id <> ${tenant.id} and t.status = 'active'))`;
  return count;
};

const setStatus = async (tx: postgres.TransactionSql, tenant: Tenant, status: Tenant['status']): Promise<boolean> => {
  const { count } = await tx`update platform.tenants set status = ${status} where id = ${tenant.id} and status = ${tenant.status}`;
  await tx`select pg_notify(${accessChannel}, ${noticePayload({ tenant: tenant.id })})`;
  return count > 0;
};

/**
 * Archives a tenant: nobody signs in to it, nothing is written in it and no work of it is done, until it is taken out again. Its data stay
 * where they are. The act stands in its audit as the last one. Answers with how many sessions ended.
 */
export const archiveTenant = async (provisioner: postgres.Sql, slug: string, by: WriteContext): Promise<Result<{ tenant: Tenant; sessions: number }, StandingFailure>> => {
  const tenant = await findTenant(provisioner, slug);
  if (!tenant) return fail({ kind: 'unknown-tenant', slug });
  if (tenant.status !== 'active') return fail({ kind: 'tenant-archived-already', slug: tenant.slug });
  const sessions = await provisioner.begin(async (tx) => {
    if (!(await setStatus(tx, tenant, 'archived'))) return null;
    await recordAsOwner(tx, tenant, by, { act: 'tenant.archived', subject: { kind: 'tenant', id: tenant.id }, before: { status: 'active' }, after: { status: 'archived' } });
    // Writers wait for each other at the head of the audit, which this transaction has: none of them comes after.
    await actAsOwner(tx, tenant);
    await grantTables(tx, { ...tenant, status: 'archived' });
    await tx`reset role`;
    return endSessions(tx, tenant);
  });
  // The head no longer moves, and whoever anchors those that do passes it by.
  if (sessions !== null) await anchorHead(provisioner, provisioner, tenant);
  return sessions === null ? fail({ kind: 'tenant-archived-already', slug: tenant.slug }) : ok({ tenant: { ...tenant, status: 'archived' }, sessions });
};

/** Takes a tenant out of the archive. Work that waited in its outbox is given to the worker anew. */
export const unarchiveTenant = async (provisioner: postgres.Sql, slug: string, by: WriteContext): Promise<Result<Tenant, StandingFailure>> => {
  const tenant = await findTenant(provisioner, slug);
  if (!tenant) return fail({ kind: 'unknown-tenant', slug });
  if (tenant.status !== 'archived') return fail({ kind: 'tenant-not-archived', slug: tenant.slug });
  const done = await provisioner.begin(async (tx) => {
    if (!(await setStatus(tx, tenant, 'active'))) return false;
    await recordAsOwner(tx, tenant, by, { act: 'tenant.unarchived', subject: { kind: 'tenant', id: tenant.id }, before: { status: 'archived' }, after: { status: 'active' } });
    await actAsOwner(tx, tenant);
    await grantTables(tx, { ...tenant, status: 'active' });
    await tx`update outbox set state = 'waiting', taken_at = null where state = 'taken'`;
    return true;
  });
  return done ? ok({ ...tenant, status: 'active' }) : fail({ kind: 'tenant-not-archived', slug: tenant.slug });
};
