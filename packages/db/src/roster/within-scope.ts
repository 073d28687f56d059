import type { IsoDate, UnitId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Within which units an import may write: the subtrees of some units as they stand on each of some days. */
export type ImportBounds = { batch: string; roots: readonly UnitId[]; days: readonly IsoDate[] };

const dayList = (days: readonly IsoDate[]): SQL => sql`unnest(${pgArray(days)}::date[]) as d (on_day)`;

// A unit that is not there on a day is where it was last before, or will be first: rows of history and of days to come name such units.
/**
 * Notes the units that a limited importer may touch: `scope_units`, those inside on every one of the days. Answers with their codes. The
 * table ends with the transaction.
 */
export const noteScope = async (tx: TenantSql, { roots, days }: ImportBounds): Promise<Set<string>> => {
  await tx.execute(sql`
    create temp table scope_units on commit drop as
    select u.id as unit_id, u.code from units u where not exists (
      select 1 from ${dayList(days)} where not exists (
        select 1 from (
          select v.path, case when v.valid @> d.on_day then d.on_day when lower(v.valid) > d.on_day then lower(v.valid) else upper(v.valid) - 1 end as day
          from unit_versions v where v.unit_id = u.id
          order by v.valid @> d.on_day desc, lower(v.valid) > d.on_day, case when lower(v.valid) > d.on_day then lower(v.valid) end, lower(v.valid) desc limit 1
        ) nearest
        join unit_versions r on r.unit_id = any(${pgArray(roots)}::uuid[]) and r.valid @> nearest.day and starts_with(nearest.path, r.path)))`);
  await tx.execute(sql`analyze scope_units`);
  return new Set((await tx.execute<{ code: string }>(sql`select code from scope_units`)).map(({ code }) => code));
};

/**
 * Notes who of the file is kept in the tenant and stands outside on one of the days: `people_outside`. Somebody stands where his main post
 * is on the day; without a post on it, where he was last, or will be first. After `noteScope`; the table ends with the transaction.
 */
export const noteOutsiders = async (tx: TenantSql, { batch, days }: ImportBounds): Promise<void> => {
  await tx.execute(sql`
    create temp table people_outside on commit drop as
    select p.id as person_id from people p
    join (select id_number from stage_people where batch_id = ${batch}::uuid union select id_number from stage_certificates where batch_id = ${batch}::uuid) f on f.id_number = p.id_number
    where exists (
      select 1 from ${dayList(days)} where not exists (
        select 1 from (
          select a.unit_id from assignments a where a.person_id = p.id
          order by a.valid_from <= d.on_day and a.valid_to > d.on_day desc, a.valid_from > d.on_day, case when a.valid_from <= d.on_day and a.valid_to > d.on_day then a.main end desc,
            case when a.valid_from > d.on_day then a.valid_from end, a.valid_to desc, a.main desc limit 1
        ) stands join scope_units s on s.unit_id = stands.unit_id))`);
  await tx.execute(sql`analyze people_outside`);
};

/**
 * Refuses the rows of people who stand outside, and tells nothing of them but that: they are out of the file before anything is compared.
 * Units outside are as unknown to the other rows as units that do not exist. After `noteOutsiders` and `typePeople`.
 */
export const keepPeopleWithinScope = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`
    insert into refused_rows select 'people', r.row_no, 'id_number', 'kept-elsewhere', r.id_number, null from in_people r join people_outside o on o.person_id = r.known_id`);
  await tx.execute(sql`delete from in_people r using people_outside o where o.person_id = r.known_id`);
  await tx.execute(sql`delete from in_persons r using people_outside o where o.person_id = r.known_id`);
  await tx.execute(sql`update in_people r set unit_id = null where not exists (select 1 from scope_units s where s.unit_id = r.unit_id)`);
};

/** Holders who stand outside are as unknown to the certificates as those who do not exist. After `noteOutsiders` and `typeCertificates`. */
export const keepCertificatesWithinScope = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`update in_certificates r set person_id = null, known_id = null, known_state = null from people_outside o where o.person_id = r.person_id`);
};
