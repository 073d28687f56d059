import type { UserId } from '@saubac/domain/values';
import { pgArray } from '../tenancy/pg-array.ts';
import { momentOf, type PlatformSql } from './platform-sql.ts';

/** When some accounts were last signed in with; who never did is missing. */
export const lastSignIns = async (sql: PlatformSql, users: readonly UserId[]): Promise<Map<UserId, Date>> => {
  if (users.length === 0) return new Map();
  const rows = await sql<{ id: UserId; at: Date | string }[]>`
    select u.id, e.at from unnest(${pgArray([...new Set(users)])}::text::uuid[]) u (id)
    cross join lateral (select at from platform.account_events e where e.user_id = u.id and e.act = 'session.opened' order by e.id desc limit 1) e`;
  return new Map(rows.map((it) => [it.id, momentOf(it.at)]));
};
