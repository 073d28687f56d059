import type { PersonId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, covers, levelsOn, type Territory, unitsOn } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';

/** How many posts held on the date require a level in a unit (with its own people only), and how many of their holders have it. */
export type UnitStandards = { unitCode: string; unitName: string; required: number; met: number };

/** Somebody whose post requires more than he has proved; `held` null: no level at all. `language` null: any language will do. */
export type StandardGap = { person: PersonId; fullName: string; unitCode: string; unitName: string; post: string; language: string | null; required: number; held: number | null };

/** Every post held on the date that requires a level, with the best level of its holder in that language. */
const standards = (territory: Territory, asked: Asked): SQL => sql`
  select a.person_id, a.unit_id, u.name as unit_name, po.name as post, s.language_code as language, s.level as required, max(b.level) as held
  from assignments a join ${unitsOn(territory, asked)} on u.unit_id = a.unit_id
  join posts po on po.id = a.post_id join post_standards s on s.post_id = a.post_id and ${covers('s', asked.on)}
  left join (select person_id, language_code, max(level) as level from ${levelsOn(asked)} group by person_id, language_code) b
    on b.person_id = a.person_id and (s.language_code is null or s.language_code = b.language_code)
  where ${covers('a', asked.on)}
  group by a.id, a.person_id, a.unit_id, u.name, po.name, s.id, s.language_code, s.level`;

/** Requirements and how many are met, unit by unit. */
export const unitStandards = async (db: TenantDb, territory: Territory, asked: Asked): Promise<UnitStandards[]> => [
  ...(await db.execute<UnitStandards>(sql`
    select un.code as "unitCode", t.unit_name as "unitName", count(*)::int as required, (count(*) filter (where t.held >= t.required))::int as met
    from (${standards(territory, asked)}) t join units un on un.id = t.unit_id group by un.code, t.unit_name order by un.code`)),
];

/** The people whose posts require more than they have, in Vietnamese name order. */
export const standardGaps = async (db: TenantDb, territory: Territory, asked: Asked, limit: number): Promise<StandardGap[]> => [
  ...(await db.execute<StandardGap>(sql`
    select p.id as person, p.full_name as "fullName", un.code as "unitCode", t.unit_name as "unitName", t.post, t.language, t.required, t.held
    from (${standards(territory, asked)}) t join people p on p.id = t.person_id join units un on un.id = t.unit_id
    where t.held is null or t.held < t.required order by p.name_sort, p.id, t.post limit ${limit}`)),
];
