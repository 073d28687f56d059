import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

export type PeopleRows = { all: number; new: number; changed: number; firstNew: { row: number; name: string }[] };

/**
 * Counts the accepted rows of the people sheet: all, those of new people or posts, and the others that change somebody, given the rows
 * of known people whose post is new or changed. The first rows of new people are listed by name.
 */
export const countPeopleRows = async (tx: TenantSql, known: { newPosts: ReadonlySet<number>; changed: ReadonlySet<number> }, most: number): Promise<PeopleRows> => {
  const among = (rows: ReadonlySet<number>) => sql`r.row_no = any(${pgArray([...rows])}::int[])`;
  const [counts] = await tx.execute<{ all: number; new: number; changed: number }>(sql`
    select count(*)::int as all, count(*) filter (where r.known_id is null or ${among(known.newPosts)})::int as new,
           count(*) filter (where not ${among(known.newPosts)} and (${among(known.changed)} or c.person_id is not null))::int as changed
    from in_people r left join changed_persons c on c.first_row = r.row_no`);
  const firstNew = await tx.execute<{ row: number; name: string }>(sql`
    select row_no as row, full_name as name from in_people where known_id is null order by row_no limit ${most}`);
  return { all: counts?.all ?? 0, new: counts?.new ?? 0, changed: counts?.changed ?? 0, firstNew: [...firstNew] };
};

/** What the unit of each of some rows of the people sheet is called on a day, or later where it begins later. */
export const unitsOfPeopleRows = async (tx: TenantSql, rows: readonly number[], on: IsoDate): Promise<Map<number, string>> => {
  if (rows.length === 0) return new Map();
  const named = await tx.execute<{ row: number; unit: string }>(sql`
    select r.row_no as row, v.name as unit from in_people r
    join (select distinct on (unit_id) unit_id, name from unit_versions order by unit_id, valid @> ${on}::date desc, valid desc) v on v.unit_id = r.unit_id
    where r.row_no = any(${pgArray([...rows])}::int[])`);
  return new Map(named.map(({ row, unit }) => [row, unit]));
};
