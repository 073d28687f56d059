import type { PeriodEnd, Posting } from '@saubac/domain/people';
import type { Holding } from '@saubac/domain/unit-changes';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

type Row = Posting & { id: string; person: string; main: boolean; from: IsoDate; to: PeriodEnd };

const holdingOf = ({ id, person, main, from, to, unit, post, kind, rank, office, officeRank, leader }: Row): Holding => ({ id, person, main, from, to, value: { unit, post, kind, rank, office, officeRank, leader } });

/** Who is meant: everybody with a post in some units after a day, and some people besides. */
export type Concerned = { units: ReadonlySet<string>; people: readonly string[]; from: IsoDate };

/** How many posts are held after a day in some units. */
export const countHoldings = async (db: TenantSql, units: ReadonlySet<string>, from: IsoDate): Promise<number> => {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from assignments a join units u on u.id = a.unit_id where u.code = any(${pgArray([...units])}::text[]) and a.valid_to > ${from}::date`);
  return row?.count ?? 0;
};

/** All posts, held after the day, of everybody who is meant, in the order of their rows. */
export const holdingsOf = async (db: TenantSql, { units, people, from }: Concerned): Promise<Holding[]> => {
  const rows = await db.execute<Row>(sql`
    with who as materialized (
      select a.person_id from assignments a join units u on u.id = a.unit_id where u.code = any(${pgArray([...units])}::text[]) and a.valid_to > ${from}::date
      union select * from unnest(${pgArray(people)}::uuid[]))
    select a.id, a.person_id as person, a.main, a.valid_from::text as from, a.valid_to::text as to, u.code as unit, po.code as post, a.kind, a.rank_code as rank, a.office, a.office_rank as "officeRank", a.leader
    from who w join assignments a on a.person_id = w.person_id join units u on u.id = a.unit_id left join posts po on po.id = a.post_id where a.valid_to > ${from}::date order by a.id`);
  return rows.map(holdingOf);
};

/** Lets nobody else change some people until the transaction ends. */
export const lockPeople = async (tx: TenantSql, people: readonly string[]): Promise<void> => {
  await tx.execute(sql`select p.id from people p where p.id = any(${pgArray(people)}::uuid[]) order by p.id for update of p`);
};

/** Which stable codes of posts are not known. */
export const unknownPosts = async (db: TenantSql, codes: readonly string[]): Promise<Set<string>> => {
  const rows = await db.execute<{ code: string }>(sql`select c.code from unnest(${pgArray([...new Set(codes)])}::text[]) as c (code) where not exists (select 1 from posts p where p.code = c.code)`);
  return new Set(rows.map(({ code }) => code));
};

/** People by their identification numbers, or by one under which they were kept by mistake; numbers that nobody has are missing. */
export const peopleByIdNumber = async (db: TenantSql, numbers: readonly string[]): Promise<Map<string, { id: string; name: string }>> => {
  const rows = await db.execute<{ number: string; id: string; name: string }>(sql`select n.number, p.id, p.full_name as name from (
      select id_number as number, id from people union all select id_number, person_id from second_id_numbers
    ) n join people p on p.id = n.id where n.number = any(${pgArray([...new Set(numbers)])}::text[])`);
  return new Map(rows.map(({ number, id, name }) => [number, { id, name }]));
};

/** Names people whose careers differ afterwards, for `keepCareersBefore`; the table ends with the transaction. */
export const keepPeopleDiffering = async (tx: TenantSql, people: readonly string[]): Promise<void> => {
  await tx.execute(sql`create temp table differing on commit drop as select * from unnest(${pgArray(people)}::uuid[]) as t (person_id)`);
};
