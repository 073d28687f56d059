import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

const statics = ['full_name', 'name_sort', 'name_search', 'birth_date', 'birth_precision', 'sex', 'ethnicity'] as const;
const list = (prefix: string): SQL => sql.raw(statics.map((it) => `${prefix}.${it}`).join(', '));

/**
 * Finds the known people of the file for whom a row is not exactly what is kept: their careers have to be reconciled (`differing`). A
 * row that passes here is one that reconciling would leave unchanged; the reverse need not hold.
 */
export const findDiffering = async (tx: TenantSql, on: IsoDate, everybody = false): Promise<number> => {
  const spokenDay = sql`case when r.valid_to > ${on}::date then greatest(${on}::date, coalesce(r.valid_from, ${on}::date)) else r.valid_to - 1 end`;
  await tx.execute(sql`
    create temp table differing on commit drop as
    select distinct r.known_id as person_id
    from in_people r
    left join assignments a on a.person_id = r.known_id and a.unit_id = r.unit_id and a.main = r.main and a.kind = r.kind and a.valid_to = r.valid_to
      and (a.valid_from = r.valid_from or (r.valid_from is null and r.valid_to > ${on}::date and a.valid_from <= ${on}::date))
      and a.post_id is not distinct from r.post_id and a.rank_code is not distinct from r.rank_code and a.office is not distinct from r.office
      and a.office_rank is not distinct from r.office_rank and a.leader is not distinct from r.leader
    left join planned_posts l on r.main and l.person_id = r.known_id and l.valid_from <= ${spokenDay} and l.valid_to > ${spokenDay}
    left join language_training_list t on r.main and t.person_id = r.known_id and t.valid_from <= ${spokenDay} and t.valid_to > ${spokenDay}
    where r.known_id is not null and (${everybody} or a.id is null or (r.main and ((l.office_rank is distinct from r.planned and not coalesce('planned_rank' = any(r.unstated), false)) or r.training <> (t.id is not null))))`);
  await tx.execute(sql`analyze differing`);
  const [count] = await tx.execute<{ people: number }>(sql`select count(*)::int as people from differing`);
  return count?.people ?? 0;
};

// Neighbouring rows of one list become one: a new island begins where the row before ended earlier or said something else.
const listRows = (value: SQL, condition: SQL, on: IsoDate): SQL => sql`
  select person_id, value, min(from_day) as valid_from, max(to_day) as valid_to
  from (
    select *, count(*) filter (where begins) over (partition by person_id order by from_day) as island
    from (
      select p.person_id, ${value} as value, coalesce(r.valid_from, ${on}::date) as from_day, r.valid_to as to_day,
             lag(r.valid_to) over line is distinct from coalesce(r.valid_from, ${on}::date) or lag(${value}) over line is distinct from ${value} as begins
      from in_people r join in_persons p on p.id_number = r.id_number and p.known_id is null where r.main and ${condition}
      window line as (partition by p.person_id order by coalesce(r.valid_from, ${on}::date))
    ) marked
  ) islands group by person_id, value, island`;

/** Adds the people whom the tenant did not know, with their posts and lists. Answers with how many. */
export const addPeople = async (tx: TenantSql, on: IsoDate): Promise<number> => {
  const added = await tx.execute<{ people: number }>(sql`
    with added as (
      insert into people (id, id_number, ${sql.raw(statics.join(', '))})
      select p.person_id, p.id_number, ${list('p')} from in_persons p where p.known_id is null returning 1
    ) select count(*)::int as people from added`);
  const people = added[0]?.people ?? 0;
  if (people === 0) return 0;
  await tx.execute(sql`
    insert into assignments (person_id, unit_id, post_id, kind, rank_code, office, office_rank, leader, main, valid_from, valid_to)
    select p.person_id, r.unit_id, r.post_id, r.kind, r.rank_code, r.office, r.office_rank, r.leader, r.main, coalesce(r.valid_from, ${on}::date), r.valid_to
    from in_people r join in_persons p on p.id_number = r.id_number and p.known_id is null`);
  await tx.execute(sql`insert into planned_posts (person_id, office_rank, valid_from, valid_to) ${listRows(sql`r.planned`, sql`r.planned is not null`, on)}`);
  await tx.execute(sql`insert into language_training_list (person_id, valid_from, valid_to) select person_id, valid_from, valid_to from (${listRows(sql`1`, sql`r.training`, on)}) t`);
  return people;
};

/** A person whose own fields the file changes; columns by name with old and new value. */
export type ChangedPerson = { id: string; row: number; name: string; fields: { column: string; old: string | null; new: string | null }[] };

/** Notes in `changed_persons` whose own fields differ, with the audit's before and after; answers with how many. */
export const findChangedPersons = async (tx: TenantSql): Promise<number> => {
  const side = (alias: string) =>
    sql.raw(`jsonb_build_object('full_name', ${alias}.full_name, 'birth_date', ${alias}.birth_date, 'birth_precision', ${alias}.birth_precision, 'sex', ${alias}.sex, 'ethnicity', ${alias}.ethnicity)`);
  await tx.execute(sql`
    create temp table changed_persons on commit drop as
    select k.id as person_id, p.first_row, p.full_name, ${side('k')} as before, ${side('p')} as after
    from in_persons p join people k on k.id = p.known_id where (${list('k')}) is distinct from (${list('p')})`);
  const [count] = await tx.execute<{ people: number }>(sql`select count(*)::int as people from changed_persons`);
  return count?.people ?? 0;
};

// A birth date as far as it is known: yyyy, yyyy-mm or yyyy-mm-dd.
const ownFields = (side: 'before' | 'after'): SQL =>
  sql.raw(`(c.${side} - 'birth_precision') || jsonb_build_object('birth_date', left(c.${side} ->> 'birth_date', case c.${side} ->> 'birth_precision' when 'year' then 4 when 'month' then 7 else 10 end))`);

/** The first of the people whose own fields differ, in the order of the file. Birth dates are given as far as they are known. */
export const listChangedPersons = async (tx: TenantSql, most: number): Promise<ChangedPerson[]> => [
  ...(await tx.execute<ChangedPerson>(sql`
    select c.person_id as id, c.first_row as row, c.full_name as name,
           (select coalesce(jsonb_agg(jsonb_build_object('column', n.key, 'old', o.value, 'new', n.value)), '[]') from jsonb_each_text(${ownFields('after')}) n join jsonb_each_text(${ownFields('before')}) o on o.key = n.key
            where n.value is distinct from o.value) as fields
    from changed_persons c order by c.first_row limit ${most}`)),
];

/** Overwrites the own fields of the people whose fields differ: these are what somebody is, and have no history. */
export const overwritePersons = async (tx: TenantSql): Promise<void> => {
  const set = sql.raw(statics.map((it) => `${it} = p.${it}`).join(', '));
  await tx.execute(sql`update people k set ${set}, version = k.version + 1 from in_persons p join changed_persons c on c.person_id = p.known_id where k.id = p.known_id`);
};
