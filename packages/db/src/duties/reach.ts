import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import { day } from '../rules/source.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/**
 * How far making known has come. `heads`: counted at all sessions together; `listed`: people known by name, each once; `due`: people who hold a post in the
 * units or below them, on the last day of the period or today; `reached`: those listed who are among them, so never more than they are. Of a duty that is no unit's yet nobody knows who is due: none is counted.
 */
export type Reach = { sessions: number; heads: number; listed: number; reached: number; due: number };

/** Duties that are counted together under a key: whoever is due or listed in several of them is one person. */
export type DutyGroup = { key: string; duties: readonly string[] };

// Whoever was merged into another counts as the other. Units and posts are those of the day up to which a duty is counted.
const parts = (groups: readonly DutyGroup[], on: IsoDate) => {
  const pairs = groups.flatMap(({ key, duties }) => duties.map((duty) => ({ key, duty })));
  return sql`
    chosen as (select g.key, d.id, d.unit_id, least(d.period_to, ${day(on)}) as day from unnest(${pgArray(pairs.map((it) => it.key))}::text[], ${pgArray(pairs.map((it) => it.duty))}::uuid[]) as g(key, duty) join duties d on d.id = g.duty),
    places as (
      select distinct c.key, c.day, v.unit_id from chosen c
      join unit_versions r on r.unit_id = c.unit_id and r.valid @> c.day join unit_versions v on v.valid @> c.day and starts_with(v.path, r.path)),
    due as (
      select p.key, count(distinct a.person_id)::int as people from places p join assignments a on a.valid_from <= p.day and a.valid_to > p.day and a.unit_id = p.unit_id group by p.key),
    held as (
      select c.key, s.id, greatest(s.heads, (select count(*) from duty_session_people x where x.session_id = s.id)) as heads from chosen c join duty_sessions s on s.duty_id = c.id),
    named as (
      select distinct c.key, coalesce(m.into_id, q.id) as person_id from chosen c join duty_sessions s on s.duty_id = c.id join duty_session_people x on x.session_id = s.id
      left join people q on q.id = x.person_id left join merged_people m on m.id = x.person_id where q.id is not null or m.id is not null)`;
};

/** How far the duties of each group have come, by its key. A group without duties is absent. */
export const reachOfDuties = async (db: TenantSql, groups: readonly DutyGroup[], on: IsoDate): Promise<ReadonlyMap<string, Reach>> => {
  if (groups.every((it) => it.duties.length === 0)) return new Map();
  const rows = await db.execute<Reach & { key: string }>(sql`
    with ${parts(groups, on)}
    select k.key, (select count(*)::int from held h where h.key = k.key) as sessions, (select coalesce(sum(h.heads), 0)::int from held h where h.key = k.key) as heads,
      (select count(*)::int from named n where n.key = k.key) as listed,
      (select count(*)::int from named n where n.key = k.key and exists (
        select 1 from places p join assignments a on a.valid_from <= p.day and a.valid_to > p.day and a.unit_id = p.unit_id where p.key = k.key and a.person_id = n.person_id)) as reached,
      coalesce((select d.people from due d where d.key = k.key), 0) as due
    from (select distinct key from chosen) k`);
  return new Map(rows.map(({ key, ...it }) => [key, it]));
};
