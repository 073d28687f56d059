import type { UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray } from '../tenancy/pg-array.ts';
import type { TenantSql } from '../tenancy/tenant-db.ts';

/** What some ids are called today, whatever they are of: units, posts, issuers. Ids of nothing of the kind are missing. */
export const namesOfIds = async (db: TenantSql, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const list = sql`${pgArray([...new Set(ids)])}::uuid[]`;
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select distinct on (v.unit_id) v.unit_id as id, v.name from unit_versions v where v.unit_id = any(${list}) order by v.unit_id, v.valid desc`);
  const others = await db.execute<{ id: string; name: string }>(sql`select id, name from posts where id = any(${list}) union all select id, name from issuers where id = any(${list})`);
  return new Map([...rows, ...others].map((it) => [it.id, it.name]));
};

/** To whom some roles were given, by the ids of the grants. */
export const holdersOfGrants = async (db: TenantSql, grants: readonly string[]): Promise<Map<string, UserId>> => {
  if (grants.length === 0) return new Map();
  const rows = await db.execute<{ id: string; user: UserId }>(sql`select id, user_id as "user" from grants where id = any(${pgArray([...new Set(grants)])}::uuid[])`);
  return new Map(rows.map((it) => [it.id, it.user]));
};
