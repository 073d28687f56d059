import type { IsoDate, PersonId, UnitId, UnitScope } from '@saubac/domain/values';
import type { TwinRecord } from '@saubac/domain/twins';
import type { Birth } from '@saubac/domain/people';
import { type SQL, sql } from 'drizzle-orm';

import { peopleIdsInside } from '../people/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Two records that have something in common, in the order of their ids. */
export type TwinPair = { one: PersonId; other: PersonId };

const inScope = (scope: UnitScope, on: IsoDate): SQL => (scope.kind === 'everything' ? sql`true` : sql`p.id = any(${peopleIdsInside(scope, on)})`);

/**
 * Every pair of records of a scope that might be of one person: the same words of a name and birth dates that agree as far as they are known;
 * the same family and given name and the same day of birth, or day and month exchanged; a certificate of the same type and number; and
 * numbers that are one digit or two exchanged neighbours apart where name or birth agree as well. Found by keys, so that nobody is compared with
 * everybody. Pairs that were looked at and dismissed are left out.
 */
export const findTwinPairs = async (db: TenantSql, scope: UnitScope, on: IsoDate): Promise<TwinPair[]> => {
  const rows = await db.execute<TwinPair>(sql`
    with b as materialized (
      select p.id, p.id_number, p.birth_precision as known, extract(year from p.birth_date)::int as year,
             case when p.birth_precision = 'day' then least(extract(month from p.birth_date), extract(day from p.birth_date))::int end as less,
             case when p.birth_precision = 'day' then greatest(extract(month from p.birth_date), extract(day from p.birth_date))::int end as more,
             w.words, split_part(p.name_search, ' ', 1) as family, split_part(p.name_search, ' ', -1) as given
      from people p cross join lateral (select string_agg(x, ' ' order by x) as words from unnest(string_to_array(p.name_search, ' ')) x) w
      where ${inScope(scope, on)}
    ), masked as materialized (
      select b.id, b.words, b.year, b.given, i || ':' || left(b.id_number, i - 1) || substr(b.id_number, i + 1) as mask from b, generate_series(1, 12) i where b.id_number is not null
    ), exchanged as materialized (
      select b.id, b.words, b.year, b.given, left(b.id_number, i - 1) || substr(b.id_number, i + 1, 1) || substr(b.id_number, i, 1) || substr(b.id_number, i + 2) as number
      from b, generate_series(1, 11) i where b.id_number is not null and substr(b.id_number, i, 1) < substr(b.id_number, i + 1, 1)
    ), found as (
      select x.id as one, y.id as other from b x join b y on y.words = x.words and y.year = x.year and x.id < y.id
      where x.known <> 'day' or y.known <> 'day' or (x.less, x.more) = (y.less, y.more)
      union
      select x.id, y.id from b x join b y on y.family = x.family and y.given = x.given and y.year = x.year and y.less = x.less and y.more = x.more and x.id < y.id
      union
      select x.id, y.id from masked x join masked y on y.mask = x.mask and x.id < y.id where x.given = y.given or x.words = y.words or x.year = y.year
      union
      select least(x.id, y.id), greatest(x.id, y.id) from exchanged x join b y on y.id_number = x.number where x.given = y.given or x.words = y.words or x.year = y.year
      union
      select least(c.person_id, d.person_id), greatest(c.person_id, d.person_id) from certificates c
      join certificates d on d.type_code = c.type_code and d.number = c.number and c.person_id < d.person_id
      join b x on x.id = c.person_id join b y on y.id = d.person_id
    )
    select f.one, f.other from found f where not exists (select 1 from twin_dismissals t where t.one_id = f.one and t.other_id = f.other) order by 1, 2`);
  return [...rows];
};

type Row = Omit<TwinRecord, 'birth'> & { birthDate: IsoDate | null; birthPrecision: Birth['precision'] };

const recordOf = ({ birthDate, birthPrecision, ...it }: Row): TwinRecord => ({ ...it, birth: birthDate === null ? null : { date: birthDate, precision: birthPrecision } });

/** What is looked at of some people, with the unit of the main post that each holds or held last. */
export const twinRecords = async (db: TenantSql, ids: readonly PersonId[]): Promise<Map<PersonId, TwinRecord>> => {
  const rows = await db.execute<Row>(sql`
    select p.id, p.full_name as "fullName", p.birth_date::text as "birthDate", p.birth_precision as "birthPrecision", p.sex, p.id_number as "idNumber", a.unit_id as unit,
           coalesce((select jsonb_agg(c.type_code || ' ' || c.number) from certificates c where c.person_id = p.id and c.number is not null), '[]') as certificates
    from unnest(${pgArray(ids)}::uuid[]) as i (id) join people p on p.id = i.id
    left join (select distinct on (person_id) person_id, unit_id from assignments where main and person_id = any(${pgArray(ids)}::uuid[]) order by person_id, valid_to desc) a on a.person_id = p.id`);
  return new Map(rows.map((it) => [it.id, recordOf(it)]));
};

/** Whether a unit followed another, of all successions of the tenant. */
export const succeedsIn = async (db: TenantSql): Promise<(unit: UnitId, successor: UnitId) => boolean> => {
  const rows = await db.execute<{ unit: UnitId; successor: UnitId }>(sql`select from_unit_id as unit, to_unit_id as successor from unit_successions where to_unit_id is not null`);
  const known = new Set(rows.map((it) => `${it.unit} ${it.successor}`));
  return (unit, successor) => known.has(`${unit} ${successor}`);
};
