import type { IsoDate, PersonId, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { day, listOf } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';

/** Who somebody is, without what changes with time. */
export type PersonIdentity = { id: PersonId; fullName: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A person by the personal identification number or by his id in the tenant, if the caller's scope holds a unit where he is assigned on
 * the date or was last assigned before it.
 */
export const findPerson = async (db: TenantDb, scope: UnitScope, key: string, on: IsoDate): Promise<PersonIdentity | undefined> => {
  const matches = uuid.test(key) ? sql`p.id = ${key}::uuid` : sql`p.id_number = ${key}`;
  const inside =
    scope.kind === 'everything'
      ? sql`true`
      : scope.roots.length === 0
        ? sql`false`
        : sql`exists (
            select 1 from (select unit_id from assignments a where a.person_id = p.id and a.valid_from <= ${day(on)} order by a.valid_to > ${day(on)} desc, a.main desc, a.valid_to desc limit 1) last
            join unit_versions v on v.unit_id = last.unit_id join unit_versions r on r.unit_id in (${listOf(scope.roots)}) and starts_with(v.path, r.path) and v.valid && r.valid)`;
  const [row] = await db.execute<PersonIdentity>(sql`select p.id, p.full_name as "fullName" from people p where ${matches} and ${inside}`);
  return row;
};

/** A post somebody holds or held, in words of a date: both days inclusive, null for no end. */
export type HeldPost = { unitCode: string; unitName: string; kind: string; office: string | null; main: boolean; from: IsoDate; lastDay: IsoDate | null };

/** Every post of a person, oldest first. Unit names are those of the last version the post saw. */
export const postsOf = async (db: TenantDb, person: PersonId): Promise<HeldPost[]> => [
  ...(await db.execute<HeldPost>(sql`
    select u.code as "unitCode", coalesce(v.name, u.code) as "unitName", a.kind, a.office, a.main, a.valid_from::text as from,
           case when a.valid_to = 'infinity' then null else (a.valid_to - 1)::text end as "lastDay"
    from assignments a join units u on u.id = a.unit_id
    left join lateral (select name from unit_versions x where x.unit_id = a.unit_id and x.valid && daterange(a.valid_from, a.valid_to) order by x.valid desc limit 1) v on true
    where a.person_id = ${person}::uuid order by a.valid_from, a.main desc`)),
];
