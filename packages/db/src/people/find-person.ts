import { isUuid, type IsoDate, type PersonId, type UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import { hasNumber } from './second-numbers.ts';
import type { TenantDb } from '../tenancy/index.ts';

/** Who somebody is, without what changes with time. */
export type PersonIdentity = { id: PersonId; fullName: string };

/**
 * A person by the personal identification number or by his id in the tenant (also by those of a record that went into his), if the caller's scope lets him be seen on the date: by the posts
 * he holds then, or the one he held last.
 */
export const findPerson = async (db: TenantDb, scope: UnitScope, key: string, on: IsoDate): Promise<PersonIdentity | undefined> => {
  const matches = isUuid(key) ? sql`p.id = coalesce((select m.into_id from merged_people m where m.id = ${key}::uuid), ${key}::uuid)` : hasNumber(key);
  const [row] = await db.execute<PersonIdentity>(sql`select p.id, p.full_name as "fullName" from people p where ${matches} and ${personInside(sql`p.id`, scope, on)}`);
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
