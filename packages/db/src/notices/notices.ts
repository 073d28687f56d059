import type { UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';
import { pgArray } from '../tenancy/pg-array.ts';

/** Why somebody is told: a case waits for him, his own was decided on, its last day comes near, or it is late. */
export type NoticeKind = 'waits' | 'moved' | 'reminder' | 'late';

/** What somebody is told about a case. `key` names the thing; `urgent`: by a mail of its own. */
export type NewNotice = { user: UserId; key: string; kind: NoticeKind; case: string; urgent: boolean };

/** A notice as it is kept. */
export type KeptNotice = { id: string; kind: NoticeKind; case: string; at: string; read: boolean };

/** Tells people, each of them once for each thing, however often this is repeated. */
export const insertNotices = async (tx: TenantSql, notices: readonly NewNotice[], at: Date): Promise<void> => {
  if (notices.length === 0) return;
  await tx.execute(sql`
    insert into notices (user_id, key, kind, case_id, created_at, urgent)
    select (n ->> 'user')::uuid, n ->> 'key', n ->> 'kind', (n ->> 'case')::uuid, ${at.toISOString()}::timestamptz, (n ->> 'urgent')::boolean
    from jsonb_array_elements(${JSON.stringify(notices)}::jsonb) n on conflict (user_id, key) do nothing`);
};

/** The notices of somebody, the latest first, from after one of them on. */
export const noticesOf = async (db: TenantSql, user: UserId, { unread, after, limit }: { unread: boolean; after?: string | undefined; limit: number }): Promise<KeptNotice[]> => [
  ...(await db.execute<KeptNotice>(sql`
    select n.id, n.kind, n.case_id as case, n.created_at as at, n.read_at is not null as read from notices n
    where n.user_id = ${user}::uuid and ${unread ? sql`n.read_at is null` : sql`true`} and ${after === undefined ? sql`true` : sql`n.id < ${after}::uuid`} order by n.id desc limit ${limit}`)),
];

/** How many notices somebody has not read. */
export const unreadNotices = async (db: TenantSql, user: UserId): Promise<number> =>
  (await db.execute<{ count: number }>(sql`select count(*)::int as count from notices n where n.user_id = ${user}::uuid and n.read_at is null`))[0]?.count ?? 0;

/** Notes that somebody has read some of his notices, or all. */
export const readNotices = async (tx: TenantSql, user: UserId, ids: readonly string[] | 'all', at: Date): Promise<void> => {
  await tx.execute(sql`
    update notices set read_at = ${at.toISOString()}::timestamptz
    where user_id = ${user}::uuid and read_at is null and ${ids === 'all' ? sql`true` : sql`id = any(${pgArray([...ids])}::uuid[])`}`);
};

/** What somebody has not been told by mail yet: the notices in their order, and how many of them he has not read either. */
export type Unmailed = { user: UserId; ids: string[]; unread: number; case: string };

/** Whom a mail is owed: of urgent notices one each, of the others one for all. */
export const unmailedNotices = async (db: TenantSql, urgent: boolean): Promise<Unmailed[]> => [
  ...(await db.execute<Unmailed>(sql`
    select n.user_id as user, jsonb_agg(n.id order by n.id) as ids, count(*) filter (where n.read_at is null)::int as unread, min(n.case_id::text) as case
    from notices n where n.mailed_at is null and n.urgent = ${urgent} group by ${urgent ? sql`n.user_id, n.id` : sql`n.user_id`} order by 1`)),
];

/** Notes that some notices were told by mail. */
export const noteMailed = async (db: TenantSql, ids: readonly string[], at: Date): Promise<void> => {
  await db.execute(sql`update notices set mailed_at = ${at.toISOString()}::timestamptz where mailed_at is null and id = any(${pgArray([...ids])}::uuid[])`);
};
