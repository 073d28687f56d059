import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

export type PeopleRows = { all: number; new: number; changed: number; firstNew: { row: number; name: string }[] };

/**
 * Counts the accepted rows of the people sheet: all, those of people who are new, and those that change somebody, given the rows whose
 * career changed. The first new ones are listed by name.
 */
export const countPeopleRows = async (tx: TenantSql, careerRows: ReadonlySet<number>, most: number): Promise<PeopleRows> => {
  const [counts] = await tx.execute<{ all: number; new: number; changed: number }>(sql`
    select count(*)::int as all, count(*) filter (where r.known_id is null)::int as new,
           count(*) filter (where r.row_no = any(${pgArray([...careerRows])}::int[]) or c.person_id is not null)::int as changed
    from in_people r left join changed_persons c on c.first_row = r.row_no`);
  const firstNew = await tx.execute<{ row: number; name: string }>(sql`
    select row_no as row, full_name as name from in_people where known_id is null order by row_no limit ${most}`);
  return { all: counts?.all ?? 0, new: counts?.new ?? 0, changed: counts?.changed ?? 0, firstNew: [...firstNew] };
};
