import type { UserId } from '@saubac/domain/values';
import { bound, momentOf, type PlatformSql } from './platform-sql.ts';

export type Membership = { user: UserId; tenant: string; slug: string; name: string; status: 'active' | 'ended'; createdAt: Date; endedAt: Date | null };

/** Opens the door of a tenant to an account, again if it was closed. False if it stood open already. */
export const openMembership = async (sql: PlatformSql, user: UserId, tenant: string, now: Date): Promise<boolean> => {
  const { count } = await sql`
    insert into platform.memberships as m (user_id, tenant_id, status, created_at) values (${user}, ${tenant}, 'active', ${bound(now)})
    on conflict (user_id, tenant_id) do update set status = 'active', ended_at = null where m.status = 'ended'`;
  return count > 0;
};

/** Closes the door of a tenant to an account. False if it was not open. */
export const closeMembership = async (sql: PlatformSql, user: UserId, tenant: string, now: Date): Promise<boolean> => {
  const { count } = await sql`
    update platform.memberships set status = 'ended', ended_at = ${bound(now)} where user_id = ${user} and tenant_id = ${tenant} and status = 'active'`;
  return count > 0;
};

/** Whether an account may enter a tenant. */
export const isMember = async (sql: PlatformSql, user: UserId, tenant: string): Promise<boolean> => {
  const rows = await sql`select 1 from platform.memberships where user_id = ${user} and tenant_id = ${tenant} and status = 'active'`;
  return rows.length > 0;
};

type Row = Omit<Membership, 'createdAt' | 'endedAt'> & { createdAt: Date | string; endedAt: Date | string | null };

/** The tenants an account may or might enter, by their slug. */
export const listMemberships = async (sql: PlatformSql, user: UserId): Promise<Membership[]> => {
  const rows = await sql<Row[]>`
    select m.user_id as "user", m.tenant_id as tenant, t.slug, t.name, m.status, m.created_at as "createdAt", m.ended_at as "endedAt"
    from platform.memberships m join platform.tenants t on t.id = m.tenant_id where m.user_id = ${user} order by t.slug`;
  return rows.map((row) => ({ ...row, createdAt: momentOf(row.createdAt), endedAt: row.endedAt === null ? null : momentOf(row.endedAt) }));
};

/** The users who may enter a tenant and whose accounts are active: those who can do there what they are granted. */
export const activeMembers = async (sql: PlatformSql, tenant: string): Promise<Set<UserId>> => {
  const rows = await sql<{ user: UserId }[]>`
    select m.user_id as "user" from platform.memberships m join platform.users u on u.id = m.user_id where m.tenant_id = ${tenant} and m.status = 'active' and u.status = 'active'`;
  return new Set(rows.map(({ user }) => user));
};
