import type { IsoDate, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import { peopleIdsInside } from '../people/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/** No more are counted: whoever has a thousand waiting learns nothing from the exact number, and counting them all would cost every look at the inbox. */
export const mostCounted = 999;

/** How many things wait, at most one more than are counted, and one of them. */
export type Waiting = { count: number; first: string | null };

const counted = async (db: TenantSql, of: SQL): Promise<Waiting> => {
  const [row] = await db.execute<Waiting>(sql`select count(*)::int as count, min(w.id::text) as first from (${of} limit ${mostCounted + 1}) w`);
  return row ?? { count: 0, first: null };
};

/** Closes that wait to be signed by somebody else than who prepared them. */
export const closesWaiting = (db: TenantSql, user: UserId | null): Promise<Waiting> =>
  counted(db, sql`select c.id from closes c where c.state = 'prepared' and (${user}::uuid is null or c.prepared_by is distinct from ${user}::uuid)`);

/** Changes of units that were previewed and wait to be agreed to by somebody else than who wrote them. */
export const unitChangesWaiting = (db: TenantSql, user: UserId | null): Promise<Waiting> =>
  counted(db, sql`select c.id from unit_changes c where c.state = 'previewed' and (${user}::uuid is null or c.prepared_by is distinct from ${user}::uuid)`);

/** Merges that wait to be confirmed by somebody else than who proposed them, of people whom the scope holds on the date. */
export const mergesWaiting = (db: TenantSql, scope: UnitScope, on: IsoDate, user: UserId | null): Promise<Waiting> =>
  counted(db, sql`
    select m.id from person_merges m left join merged_people w on w.id = m.staying_id join people s on s.id = coalesce(w.into_id, m.staying_id) left join people g on g.id = m.going_id
    where m.state = 'proposed' and (${user}::uuid is null or m.proposed_by is distinct from ${user}::uuid)
      and ${personInside(sql`s.id`, scope, on)} and (g.id is null or ${personInside(sql`g.id`, scope, on)})`);

/** Certificates that wait to be verified by somebody else than who entered or holds them, of people whom the scope holds on the date. */
export const certificatesWaiting = (db: TenantSql, scope: UnitScope, on: IsoDate, user: UserId | null): Promise<Waiting> => {
  // Whom a scope holds is worked out once and not for each certificate.
  const people = scope.kind === 'everything' ? sql`true` : sql`c.person_id = any((select ${peopleIdsInside(scope, on)})::uuid[])`;
  return counted(db, sql`
    select c.id from certificates c
    where c.state = 'declared' and (${user}::uuid is null or c.entered_by is distinct from ${user}::uuid) and ${people}
      and not exists (select 1 from people h where h.id = c.person_id and h.user_id = ${user}::uuid)`);
};
