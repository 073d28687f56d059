import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** Somebody who holds a post on the effective date and is not in the file. */
export type AbsentPerson = { id: string; name: string; unit: string };
export type Absence = { people: number; first: AbsentPerson[] };

const shown = 100;

/**
 * Finds who holds a post on the date and is not in the file: listed, never touched for that alone. The list stands in the order of names.
 * With `within` only who stands inside the importer's scope.
 */
export const findAbsent = async (tx: TenantSql, { batch, on, within }: { batch: string; on: IsoDate; within: boolean }): Promise<Absence> => {
  await tx.execute(sql`
    create temp table absent on commit drop as
    select distinct on (a.person_id) a.person_id, a.unit_id from assignments a
    where a.valid_from <= ${on}::date and a.valid_to > ${on}::date and not exists (select 1 from in_persons p where p.known_id = a.person_id)
    order by a.person_id, a.main desc`);
  if (within) await tx.execute(sql`delete from absent a where not exists (select 1 from scope_units s where s.unit_id = a.unit_id)`);
  // Whoever's rows are refused stands in the file all the same.
  await tx.execute(sql`
    delete from absent a using people p, stage_people s
    where p.id = a.person_id and s.batch_id = ${batch}::uuid and s.id_number = p.id_number and exists (select 1 from refused_rows)`);
  const [count] = await tx.execute<{ people: number }>(sql`select count(*)::int as people from absent`);
  const first = await tx.execute<AbsentPerson>(sql`
    select p.id, p.full_name as name, u.code as unit from absent a join people p on p.id = a.person_id join units u on u.id = a.unit_id order by p.name_sort, p.id limit ${shown}`);
  return { people: count?.people ?? 0, first: [...first] };
};

/** Whether a row of the people sheet does not say whose it is: then nobody can tell who is absent. */
export const hasNamelessRow = async (tx: TenantSql, batch: string): Promise<boolean> => {
  const [found] = await tx.execute(sql`select 1 from stage_people where batch_id = ${batch}::uuid and id_number is null limit 1`);
  return found !== undefined;
};

/** Notes in `departing` who of the absent holds a post in the subtree of a unit on the date; answers with the codes of its units. */
export const findDeparting = async (tx: TenantSql, { unit, on, within }: { unit: string; on: IsoDate; within: boolean }): Promise<Set<string>> => {
  await tx.execute(sql`
    create temp table subtree on commit drop as
    select v.unit_id, u.code from unit_versions v join units u on u.id = v.unit_id
    join unit_versions r on r.unit_id = ${unit}::uuid and r.valid @> ${on}::date and starts_with(v.path, r.path) where v.valid @> ${on}::date`);
  if (within) await tx.execute(sql`delete from subtree t where not exists (select 1 from scope_units s where s.unit_id = t.unit_id)`);
  await tx.execute(sql`
    create temp table departing on commit drop as
    select distinct a.person_id from absent x join assignments a on a.person_id = x.person_id and a.valid_from <= ${on}::date and a.valid_to > ${on}::date
    join subtree s on s.unit_id = a.unit_id`);
  return new Set((await tx.execute<{ code: string }>(sql`select code from subtree`)).map(({ code }) => code));
};

/** Of the absent, who departs (`departing` must have been noted) or who does not, in the order of names. */
export const listAbsent = async (tx: TenantSql, which: 'departing' | 'staying'): Promise<Absence> => {
  const noted = sql`exists (select 1 from departing d where d.person_id = a.person_id)`;
  const rows = await tx.execute<AbsentPerson & { people: number }>(sql`
    select p.id, p.full_name as name, u.code as unit, count(*) over ()::int as people
    from absent a join people p on p.id = a.person_id join units u on u.id = a.unit_id
    where ${which === 'departing' ? noted : sql`not ${noted}`} order by p.name_sort, p.id limit ${shown}`);
  return { people: rows[0]?.people ?? 0, first: rows.map(({ people: _, ...it }) => it) };
};

/**
 * Finds who still holds a post, after the effective date, in a unit that has ended by then: the figures of those days would miss him.
 * In the order of names.
 */
export const findStranded = async (tx: TenantSql, on: IsoDate): Promise<Absence> => {
  const rows = await tx.execute<AbsentPerson & { people: number }>(sql`
    select p.id, p.full_name as name, u.code as unit, count(*) over ()::int as people
    from (
      select distinct on (a.person_id) a.person_id, a.unit_id from assignments a
      join (select unit_id, max(coalesce(upper(valid), 'infinity')) as end_day from unit_versions group by unit_id) e on e.unit_id = a.unit_id
      where a.valid_to > e.end_day and a.valid_to > ${on}::date order by a.person_id, a.main desc
    ) s join people p on p.id = s.person_id join units u on u.id = s.unit_id order by p.name_sort, p.id limit ${shown}`);
  return { people: rows[0]?.people ?? 0, first: rows.map(({ people: _, ...it }) => it) };
};
