import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { keepUnstatedOfPeople } from './unstated.ts';

/**
 * Makes the typed rows of the people sheet (`in_people`) and one row per person of the file (`in_persons`), with the ids known in the
 * tenant. Units and posts of the file must have been stored before. Both tables end with the transaction.
 */
export const typePeople = async (tx: TenantSql, batch: string, on: IsoDate): Promise<void> => {
  await tx.execute(sql`
    create temp table in_people on commit drop as
    select s.row_no, s.id_number collate "C" as id_number, s.full_name, s.name_sort collate "C" as name_sort, s.name_search collate "C" as name_search,
           s.birth_date::date as birth_date, s.birth_precision collate "C" as birth_precision, s.sex collate "C" as sex, s.ethnicity,
           s.unit_code, u.id as unit_id, s.post_code, po.id as post_id, s.kind collate "C" as kind, s.rank_code collate "C" as rank_code, s.office,
           s.office_rank::smallint as office_rank, s.leader::boolean as leader, not coalesce(s.concurrent::boolean, false) as main,
           s.valid_from::date as valid_from, case when s.valid_to is null then 'infinity'::date else s.valid_to::date + 1 end as valid_to,
           s.planned_rank::smallint as planned, s.training_list::boolean as training, s.language_text, p.id as known_id, s.unstated::text[] as unstated
    from stage_people s left join units u on u.code = s.unit_code left join posts po on po.code = s.post_code left join people p on p.id_number = s.id_number
    where s.batch_id = ${batch}::uuid and s.problems is null`);
  await tx.execute(sql`analyze in_people (id_number, known_id)`);
  await keepUnstatedOfPeople(tx, on);
  await tx.execute(sql`
    create temp table in_persons on commit drop as
    select coalesce(r.known_id, uuidv7()) as person_id, r.known_id, r.row_no as first_row, f.several,
           r.id_number, r.full_name, r.name_sort, r.name_search, r.birth_date, r.birth_precision, r.sex, r.ethnicity
    from in_people r join (select min(row_no) as row_no, count(*) > 1 as several from in_people group by id_number) f on f.row_no = r.row_no`);
  await tx.execute(sql`analyze in_persons (id_number, person_id, known_id)`);
};

/**
 * Which rows may name a unit or post: with `lenient` also those whose own row is refused, so that one fault is not told twice. With `within`
 * a unit that does not exist and one outside the importer's scope are the same.
 */
export type CheckOptions = { on: IsoDate; batch: string; lenient: boolean; within: boolean };

const refuse = (column: string, kind: string, value: string, where: ReturnType<typeof sql>) => sql`
  insert into refused_rows select 'people', r.row_no, ${column}, ${kind}, ${sql.raw(value)}::text, null from in_people r ${where}`;

const checkCodes = async (tx: TenantSql, { batch, lenient, within }: CheckOptions): Promise<void> => {
  const named = (table: 'stage_units' | 'stage_posts', code: string) =>
    lenient ? sql`and not exists (select 1 from ${sql.identifier(table)} s where s.batch_id = ${batch}::uuid and s.code = ${sql.raw(code)})` : sql``;
  await tx.execute(
    within
      ? refuse('unit_code', 'outside-scope', 'r.unit_code', sql`where r.unit_id is null`)
      : refuse('unit_code', 'unknown-unit', 'r.unit_code', sql`where r.unit_id is null ${named('stage_units', 'r.unit_code')}`),
  );
  await tx.execute(refuse('post_code', 'unknown-post', 'r.post_code', sql`where r.post_code is not null and r.post_id is null ${named('stage_posts', 'r.post_code')}`));
};

const checkUnitDays = async (tx: TenantSql, { on }: CheckOptions): Promise<void> => {
  // Versions of most units follow each other without a gap, so their first and last day tell whether they were there.
  await tx.execute(sql`
    create temp table unit_days on commit drop as
    select unit_id, min(lower(valid)) as first_day, max(coalesce(upper(valid), 'infinity')) as end_day, range_agg(valid) as days
    from unit_versions group by unit_id`);
  await tx.execute(
    refuse('unit_code', 'unit-not-valid-then', 'r.unit_code', sql`
      join unit_days d on d.unit_id = r.unit_id
      where coalesce(r.valid_from, case when r.valid_to > ${on}::date then ${on}::date else d.first_day end) < d.first_day or r.valid_to > d.end_day
        or (r.valid_from is null and r.valid_to > ${on}::date and d.end_day <= ${on}::date)
        or (d.days <> range_merge(d.days)::datemultirange and d.end_day > coalesce(r.valid_from, ${on}::date) and r.valid_to > coalesce(r.valid_from, ${on}::date)
          and not d.days @> daterange(coalesce(r.valid_from, ${on}::date), nullif(r.valid_to, 'infinity')))`),
  );
};

const checkPersons = async (tx: TenantSql, { on }: CheckOptions): Promise<void> => {
  for (const [column, value] of [['full_name', 'r.full_name'], ['birth_date', 'r.birth_date'], ['sex', 'r.sex'], ['ethnicity', 'r.ethnicity']] as const) {
    await tx.execute(sql`
      insert into refused_rows select 'people', r.row_no, ${column}, 'conflicting-person', ${sql.raw(value)}::text, jsonb_build_object('otherRow', p.first_row) from in_people r
      join in_persons p on p.id_number = r.id_number and p.several where ${sql.raw(value)} is distinct from ${sql.raw(`p.${column}`)}`);
  }
  await tx.execute(refuse('birth_date', 'birth-after-effective-date', 'r.birth_date', sql`where r.birth_date >= ${on}::date`));
  await tx.execute(refuse('birth_date', 'birth-too-early', 'r.birth_date', sql`where r.birth_date < '1920-01-01'`));
  await tx.execute(refuse('birth_date', 'too-young', 'r.birth_date', sql`
    where r.birth_date < ${on}::date and r.birth_date + interval '15 years' > coalesce(r.valid_from, least(${on}::date, r.valid_to - 1))`));
  await tx.execute(refuse('planned_rank', 'main-post-only', 'r.planned', sql`where not r.main and r.planned is not null`));
  await tx.execute(refuse('training_list', 'main-post-only', `'x'`, sql`where not r.main and r.training`));
};

const checkPeriods = async (tx: TenantSql, { on }: CheckOptions): Promise<void> => {
  await tx.execute(refuse('valid_from', 'start-missing', 'null', sql`where r.known_id is null and r.valid_from is null and r.valid_to <= ${on}::date`));
  await tx.execute(sql`
    insert into refused_rows
    select 'people', row_no, case when twin then 'id_number' else 'valid_from' end, case when twin then 'duplicate-row' when main then 'overlapping-main' else 'overlapping-rows' end,
           null, jsonb_build_object('otherRow', other_row)
    from (
      select row_no, main, lag(row_no) over line as other_row, lag(to_day) over line > from_day as clashes,
             lag(to_day) over line = to_day and lag(from_day) over line = from_day and lag(unit_id) over line is not distinct from unit_id and lag(post_id) over line is not distinct from post_id as twin
      from (
        select r.row_no, r.id_number, r.main, r.unit_id, r.post_id, case when r.main then null else r.unit_id end as place, case when r.main then null else r.post_id end as post_place,
               coalesce(r.valid_from, ${on}::date) as from_day, r.valid_to as to_day
        from in_people r join in_persons p on p.id_number = r.id_number and p.several
        where r.valid_from is not null or r.valid_to > ${on}::date
      ) periods
      window line as (partition by id_number, main, place, post_place order by from_day, to_day, row_no)
    ) lines where clashes`);
};

/** Refuses the rows of the people sheet that contradict the tenant, the file or themselves. All rows at once, in the database. */
export const checkPeople = async (tx: TenantSql, options: CheckOptions): Promise<void> => {
  await checkCodes(tx, options);
  await checkUnitDays(tx, options);
  await checkPersons(tx, options);
  await checkPeriods(tx, options);
};

/**
 * Leaves out every person with a refused row, all rows of him: half a career is worse than none. When the rest of the file is to be
 * written nevertheless, his other rows are refused too, with the row that is to blame.
 */
export const leaveOutRefused = async (tx: TenantSql, batch: string, tellOthers: boolean): Promise<void> => {
  const [any] = await tx.execute(sql`select 1 from refused_rows limit 1`);
  if (!any) return;
  await tx.execute(sql`
    create temp table left_out on commit drop as
    select s.id_number collate "C" as id_number, min(r.row_no) as row_no from refused_rows r join stage_people s on s.batch_id = ${batch}::uuid and s.row_no = r.row_no
    where r.sheet = 'people' and s.id_number is not null group by 1
    union all select id_number, row_no from in_people where unit_id is null or (post_code is not null and post_id is null)`);
  if (tellOthers) await tx.execute(sql`
    insert into refused_rows select 'people', i.row_no, 'id_number', 'person-has-refused-row', null, jsonb_build_object('otherRow', l.row_no)
    from in_people i join (select id_number, min(row_no) as row_no from left_out group by 1) l on l.id_number = i.id_number where not exists (select 1 from refused_rows r where r.sheet = 'people' and r.row_no = i.row_no)`);
  await tx.execute(sql`delete from in_people i using left_out l where l.id_number = i.id_number`);
  await tx.execute(sql`delete from in_persons i using left_out l where l.id_number = i.id_number`);
  await tx.execute(sql`drop table left_out`);
};
