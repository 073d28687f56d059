import type { Locale, UserId } from '@saubac/domain/values';
import { bound, momentOf, type PlatformSql } from './platform-sql.ts';
import type { UserStatus } from './users.ts';

/** A door that a session opens: a tenant, and whether that tenant asks for a second factor. */
export type Door = { tenant: string; requiresSecondFactor: boolean };

/** What is kept of a session. `id` is the digest of its token. */
export type StoredSession = {
  id: string;
  user: UserId;
  createdAt: Date;
  /** When it ends unless it is used before. */
  expiresAt: Date;
  /** When it ends however it is used. */
  endsAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  /** The address it was opened from, without its last part. */
  network: string | null;
  secondFactorPassed: boolean;
  /** The tenant whose single sign-on opened it, and which is the only one it leads to. */
  throughTenant: string | null;
};

/** A session with its account and the doors it opens, read in one query. */
export type SessionWithUser = StoredSession & {
  email: string;
  displayName: string;
  locale: Locale;
  status: UserStatus;
  secondFactorEnrolled: boolean;
  doors: Door[];
};

type Moments = 'createdAt' | 'expiresAt' | 'endsAt' | 'lastSeenAt';
type Row<T extends StoredSession> = Omit<T, Moments | 'doors'> & Record<Moments, Date | string>;

const columns = (sql: PlatformSql) => sql`
  s.id, s.user_id as "user", s.created_at as "createdAt", s.expires_at as "expiresAt", s.ends_at as "endsAt", s.last_seen_at as "lastSeenAt",
  s.user_agent as "userAgent", s.network, s.second_factor_passed as "secondFactorPassed", s.through_tenant_id as "throughTenant"`;

const withMoments = <T extends Record<Moments, Date | string>>(row: T): Omit<T, Moments> & Record<Moments, Date> => ({
  ...row,
  createdAt: momentOf(row.createdAt),
  expiresAt: momentOf(row.expiresAt),
  endsAt: momentOf(row.endsAt),
  lastSeenAt: momentOf(row.lastSeenAt),
});

/** The session with a digest, its account and its doors. */
export const findSession = async (sql: PlatformSql, id: string): Promise<SessionWithUser | undefined> => {
  const [row] = await sql<(Row<SessionWithUser> & { doors: string })[]>`
    select ${columns(sql)}, u.email, u.display_name as "displayName", u.locale, u.status, u.second_factor_at is not null as "secondFactorEnrolled",
      (select coalesce(jsonb_agg(jsonb_build_object('tenant', m.tenant_id, 'requiresSecondFactor', coalesce(g.second_factor_required, false)) order by m.tenant_id), '[]')
       from platform.memberships m left join platform.sign_in_settings g on g.tenant_id = m.tenant_id
       where m.user_id = s.user_id and m.status = 'active' and (s.through_tenant_id is null or m.tenant_id = s.through_tenant_id))::text as doors
    from platform.sessions s join platform.users u on u.id = s.user_id where s.id = ${id}`;
  return row && { ...withMoments(row), doors: JSON.parse(row.doors) as Door[] };
};

/** The sessions of an account, the latest first. */
export const listSessions = async (sql: PlatformSql, user: UserId): Promise<StoredSession[]> => {
  const rows = await sql<Row<StoredSession>[]>`select ${columns(sql)} from platform.sessions s where s.user_id = ${user} order by s.created_at desc, s.id`;
  return rows.map(withMoments);
};

/**
 * Adds a session of an active account. `credentialsVersion` is that of the credentials which were checked: if they have changed since, or
 * the account is not active, nothing is added and the answer is false. The row of the account is held, so a change under way is waited for.
 */
export const insertSession = async (sql: PlatformSql, it: StoredSession, credentialsVersion: number | null): Promise<boolean> => {
  const { count } = await sql`
    insert into platform.sessions (id, user_id, created_at, expires_at, ends_at, last_seen_at, user_agent, network, second_factor_passed, through_tenant_id)
    select ${it.id}, u.id, ${bound(it.createdAt)}::timestamptz, least(${bound(it.expiresAt)}, ${bound(it.endsAt)}::timestamptz), ${bound(it.endsAt)}::timestamptz,
      ${bound(it.lastSeenAt)}::timestamptz, ${it.userAgent}, ${it.network}, ${it.secondFactorPassed}::boolean, ${it.throughTenant}::uuid
    from platform.users u
    where u.id = ${it.user} and u.status = 'active' and u.credentials_version = coalesce(${credentialsVersion}::integer, u.credentials_version)
    for share of u`;
  return count > 0;
};

/** Moves the end of a session that is used, never past its last. */
export const prolongSession = async (sql: PlatformSql, id: string, expiresAt: Date, now: Date): Promise<void> => {
  await sql`update platform.sessions set expires_at = least(${bound(expiresAt)}, ends_at), last_seen_at = ${bound(now)} where id = ${id}`;
};

/** Notes that a session was used. */
export const touchSession = async (sql: PlatformSql, id: string, now: Date): Promise<void> => {
  await sql`update platform.sessions set last_seen_at = ${bound(now)} where id = ${id}`;
};

/** Ends one session. */
export const deleteSession = async (sql: PlatformSql, id: string): Promise<boolean> => (await sql`delete from platform.sessions where id = ${id}`).count > 0;

/** Ends a session of an account: that of another account with this id stays. */
export const deleteSessionOf = async (sql: PlatformSql, user: UserId, id: string): Promise<boolean> =>
  (await sql`delete from platform.sessions where id = ${id} and user_id = ${user}`).count > 0;

/** Ends all sessions of an account, or all but one, and says how many. */
export const deleteSessions = async (sql: PlatformSql, user: UserId, but: string | null = null): Promise<number> =>
  (await sql`delete from platform.sessions where user_id = ${user} and (${but}::text is null or id <> ${but})`).count;

/** Ends the sessions of an account that a tenant's single sign-on opened. */
export const deleteSessionsThrough = async (sql: PlatformSql, user: UserId, tenant: string): Promise<number> =>
  (await sql`delete from platform.sessions where user_id = ${user} and through_tenant_id = ${tenant}`).count;

/** Clears away sessions that have expired. */
export const deleteExpiredSessions = async (sql: PlatformSql, now: Date): Promise<number> => (await sql`delete from platform.sessions where expires_at <= ${bound(now)}`).count;
