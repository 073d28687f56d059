import type { Grant, GrantId, GrantWish } from '@saubac/domain/access';
import type { UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { accessChannel, noticePayload } from '../accounts/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A grant with its unit as people know it: by its code, and its name today, else its last one. */
export type NamedGrant = Grant & { readonly unitCode: string | null; readonly unitName: string | null };

const load = async (db: TenantSql, rest: SQL): Promise<NamedGrant[]> => [
  ...(await db.execute<NamedGrant>(sql`
    select g.id, g.user_id as "user", g.role, g.unit_id as unit, g.line, g.valid_from::text as "from", g.valid_to::text as "to", g.granted_by as "grantedBy", g.version,
           u.code as "unitCode", (select v.name from unit_versions v where v.unit_id = g.unit_id order by lower(v.valid) > current_date, v.valid desc limit 1) as "unitName"
    from grants g left join units u on u.id = g.unit_id ${rest}`)),
];

/** Every grant of the tenant or of some users, ended ones too, user by user in the order in which they were given. */
export const listGrants = (db: TenantSql, users: readonly UserId[] | 'all'): Promise<NamedGrant[]> =>
  load(db, sql`${users === 'all' ? sql`` : sql`where g.user_id = any(${pgArray(users)}::uuid[])`} order by g.user_id, g.valid_from, g.id`);

/** A grant by its id. */
export const findGrant = async (db: TenantSql, id: GrantId): Promise<NamedGrant | undefined> => (await load(db, sql`where g.id = ${id}::uuid`))[0];

/**
 * Lets one change of grants after the other through, until the end of the transaction: each is judged by what the one before it left. The
 * row is the one that every write takes last, so nobody waits for a grant while holding it.
 */
export const takeTurn = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`select position from data_head for update`);
};

/** Adds a grant; gives its id. */
export const insertGrant = async (tx: TenantSql, { user, role, unit, line, from, to }: GrantWish, grantedBy: UserId | null): Promise<GrantId> => {
  const [row] = await tx.execute<{ id: GrantId }>(sql`
    insert into grants (user_id, role, unit_id, line, valid_from, valid_to, granted_by)
    values (${user}::uuid, ${role}, ${unit}::uuid, ${line}, ${from}::date, ${to}::date, ${grantedBy}::uuid) returning id`);
  if (!row) throw new Error('A grant was not added.');
  return row.id;
};

/** Sets the first day on which a grant no longer holds. */
export const saveGrantEnd = async (tx: TenantSql, id: GrantId, to: Grant['to']): Promise<void> => {
  await tx.execute(sql`update grants set valid_to = ${to}::date, version = version + 1 where id = ${id}::uuid`);
};

/** Tells every process, when the transaction commits, that what users may do in a tenant has changed. */
export const announceAccess = async (tx: TenantSql, tenant: string): Promise<void> => {
  await tx.execute(sql`select pg_notify(${accessChannel}, ${noticePayload({ tenant })})`);
};
