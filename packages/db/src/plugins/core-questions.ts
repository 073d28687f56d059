import type { IsoDate, PersonId, UnitId, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { personInside, unitInside } from '../access/index.ts';
import { day } from '../rules/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Somebody as plugins are told of him: by his main post of a date. */
export type ToldPerson = { id: PersonId; name: string; unit: { id: UnitId; code: string; name: string } | null; office: string | null };

/** Some people by their ids, of those that the scope lets be seen on a date. */
export const peopleByIds = async (db: TenantSql, scope: UnitScope, ids: readonly PersonId[], on: IsoDate): Promise<ToldPerson[]> => {
  if (ids.length === 0) return [];
  const rows = await db.execute<{ id: PersonId; name: string; office: string | null; unit: UnitId | null; code: string | null; unitName: string | null }>(sql`
    select p.id, p.full_name as name, a.office, u.id as unit, u.code, coalesce(v.name, u.code) as "unitName"
    from people p
    left join lateral (select x.unit_id, x.office from assignments x where x.person_id = p.id and x.valid_from <= ${day(on)} and x.valid_to > ${day(on)} order by x.main desc, x.valid_from limit 1) a on true
    left join units u on u.id = a.unit_id
    left join unit_versions v on v.unit_id = u.id and v.valid @> ${day(on)}
    where p.id = any(${pgArray(ids)}::uuid[]) and ${personInside(sql`p.id`, scope, on)}
    order by p.name_sort, p.id`);
  return [...rows].map(({ id, name, office, unit, code, unitName }) => ({ id, name, office, unit: unit === null ? null : { id: unit, code: code ?? '', name: unitName ?? '' } }));
};

/** Some units by their ids, of those inside the scope on a date. */
export const unitsByIds = async (db: TenantSql, scope: UnitScope, ids: readonly UnitId[], on: IsoDate): Promise<{ id: UnitId; code: string; name: string }[]> =>
  ids.length === 0
    ? []
    : [...(await db.execute<{ id: UnitId; code: string; name: string }>(sql`
        select u.id, u.code, coalesce(v.name, u.code) as name from units u left join unit_versions v on v.unit_id = u.id and v.valid @> ${day(on)}
        where u.id = any(${pgArray(ids)}::uuid[]) and ${unitInside(sql`u.id`, scope, on)} order by u.code`))];

/** A case of a subject, as a plugin is told of it. */
export type ToldCase = { id: string; subject: string; state: string; version: number; openedBy: string | null; dueOn: IsoDate | null };

/** The cases of some subjects in a workflow that the scope holds: the open one of each, else the last. */
export const casesOfSubjects = async (db: TenantSql, scope: UnitScope, workflow: string, subjects: readonly string[], on: IsoDate): Promise<ToldCase[]> =>
  subjects.length === 0
    ? []
    : [...(await db.execute<ToldCase>(sql`
        select distinct on (c.subject_id) c.id, c.subject_id as subject, c.state, c.version, c.opened_by as "openedBy", c.due_on::text as "dueOn"
        from cases c where c.workflow = ${workflow} and c.subject_id = any(${pgArray(subjects)}::uuid[])
          and ${scope.kind === 'everything' ? sql`true` : sql`(c.unit_id is not null and ${unitInside(sql`c.unit_id`, scope, on)})`}
        order by c.subject_id, c.closed_at desc nulls first, c.id desc`))];
