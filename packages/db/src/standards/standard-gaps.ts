import type { PersonId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, covers, levelsOn, type Territory, unitsOn, whole } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';

/** How many posts held on the date require a level in a unit (with its own people only), and how many of their holders have it. */
export type UnitStandards = { unitCode: string; unitName: string; required: number; met: number };

/** Where a page of gaps begins: after this requirement of this post of this person. */
export type GapPlace = { nameSort: string; person: PersonId; assignment: string; standard: string };

/** Somebody whose post requires more than he has proved; `held` null: no level at all. `language` null: any language will do. */
export type StandardGap = GapPlace & { fullName: string; unitCode: string; unitName: string; post: string; language: string | null; required: number; held: number | null };

/** What a post of somebody requires, and the best level he has in that language. */
export type Requirement = { unitCode: string; unitName: string; post: string; main: boolean; language: string | null; required: number; held: number | null; met: boolean };

/** Every post held on the date that requires a level, with the best level of its holder in that language. */
const standards = (territory: Territory, asked: Asked, of: SQL = sql``): SQL => sql`
  select a.person_id, a.id as assignment, s.id as standard, a.main, a.unit_id, u.name as unit_name, po.name as post, s.language_code as language, s.level as required, max(b.level) as held
  from assignments a join ${unitsOn(territory, asked)} on u.unit_id = a.unit_id
  join posts po on po.id = a.post_id join post_standards s on s.post_id = a.post_id and ${covers('s', asked.on)}
  left join (select person_id, language_code, max(level) as level from ${levelsOn(asked)} group by person_id, language_code) b
    on b.person_id = a.person_id and (s.language_code is null or s.language_code = b.language_code)
  where ${covers('a', asked.on)}${of}
  group by a.id, a.person_id, a.unit_id, u.name, po.name, s.id, s.language_code, s.level`;

/** Requirements and how many are met, unit by unit. */
export const unitStandards = async (db: TenantDb, territory: Territory, asked: Asked): Promise<UnitStandards[]> => [
  ...(await db.execute<UnitStandards>(sql`
    select un.code as "unitCode", t.unit_name as "unitName", count(*)::int as required, (count(*) filter (where t.held >= t.required))::int as met
    from (${standards(territory, asked)}) t join units un on un.id = t.unit_id group by un.code, t.unit_name order by un.code`)),
];

/** The people whose posts require more than they have, in Vietnamese name order, from a place on. */
export const standardGaps = async (db: TenantDb, territory: Territory, asked: Asked, { after, limit }: { after: GapPlace | null; limit: number }): Promise<StandardGap[]> => {
  const beyond = after === null ? sql`` : sql` and (p.name_sort, p.id, t.assignment, t.standard) > (${after.nameSort}, ${after.person}::uuid, ${after.assignment}::uuid, ${after.standard}::uuid)`;
  return [
    ...(await db.execute<StandardGap>(sql`
      select p.name_sort as "nameSort", p.id as person, t.assignment, t.standard, p.full_name as "fullName", un.code as "unitCode", t.unit_name as "unitName", t.post, t.language, t.required, t.held
      from (${standards(territory, asked)}) t join people p on p.id = t.person_id join units un on un.id = t.unit_id
      where (t.held is null or t.held < t.required)${beyond} order by p.name_sort, p.id, t.assignment, t.standard limit ${whole(limit)}`)),
  ];
};

/** What the posts of one person require on the date, his main post first; empty where none of his posts lies in the territory. */
export const requirementsOf = async (db: TenantDb, territory: Territory, asked: Asked, person: PersonId): Promise<Requirement[]> => [
  ...(await db.execute<Requirement>(sql`
    select un.code as "unitCode", t.unit_name as "unitName", t.post, t.main, t.language, t.required, t.held, coalesce(t.held >= t.required, false) as met
    from (${standards(territory, asked, sql` and a.person_id = ${person}::uuid`)}) t join units un on un.id = t.unit_id order by t.main desc, t.post, t.language nulls first`)),
];
