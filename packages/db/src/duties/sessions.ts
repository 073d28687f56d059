import { type IsoDate, subtreesOf, type UnitId, type UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import { personInside, unitInside } from '../access/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** How a session was held. */
export type SessionForm = 'meeting' | 'online' | 'media' | 'other';

/** A session as it is written down; `people`: those who were listed by name. */
export type NewSession = { heldOn: IsoDate; form: SessionForm; topic: string; place: string | null; heads: number; people: readonly string[] };

/** A session as it is shown. */
export type KeptSession = Omit<NewSession, 'people'> & { id: string; listed: number };

/** The sessions of a duty, the latest first. */
export const sessionsOfDuty = async (db: TenantSql, duty: string): Promise<KeptSession[]> =>
  [...(await db.execute<KeptSession>(sql`
    select s.id, s.held_on::text as "heldOn", s.form, s.topic, s.place, s.heads,
      (select count(*)::int from duty_session_people x join people q on q.id = x.person_id where x.session_id = s.id) as listed
    from duty_sessions s where s.duty_id = ${duty}::uuid order by s.held_on desc, s.id desc`))];

/** Adds a session with whoever was listed. */
export const addSession = async (tx: TenantSql, duty: string, it: NewSession): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into duty_sessions (duty_id, held_on, form, topic, place, heads) values (${duty}::uuid, ${it.heldOn}::date, ${it.form}, ${it.topic}, ${it.place}, ${it.heads}) returning id`);
  if (!row) throw new Error('A session was not stored');
  if (it.people.length > 0) await tx.execute(sql`insert into duty_session_people (session_id, person_id) select ${row.id}::uuid, x from unnest(${pgArray([...new Set(it.people)])}::uuid[]) x`);
  return row.id;
};

/** Takes a session of a duty away; undefined where it has none such. */
export const removeSession = async (tx: TenantSql, duty: string, id: string): Promise<KeptSession | undefined> => {
  const found = (await sessionsOfDuty(tx, duty)).find((it) => it.id === id);
  if (!found) return undefined;
  await tx.execute(sql`delete from duty_session_people where session_id = ${id}::uuid`);
  await tx.execute(sql`delete from duty_sessions where id = ${id}::uuid`);
  return found;
};

/** How far a duty of making known has come: sessions, heads counted in all, people listed (each once), and people due in its unit on a day. */
export type Reach = { sessions: number; heads: number; listed: number; due: number };

/** What sessions of a duty reached, of the people who hold a post in its unit and below it on a day; of nobody's unit, in the whole tenant. */
export const reachOf = async (db: TenantSql, duty: string, unit: UnitId | null, on: IsoDate): Promise<Reach> => {
  const inUnit = unit === null ? sql`true` : unitInside(sql`a.unit_id`, subtreesOf([unit], []), on);
  const [row] = await db.execute<Reach>(sql`
    select (select count(*)::int from duty_sessions s where s.duty_id = ${duty}::uuid) as sessions,
      (select coalesce(sum(greatest(s.heads, (select count(*) from duty_session_people x where x.session_id = s.id))), 0)::int from duty_sessions s where s.duty_id = ${duty}::uuid) as heads,
      (select count(distinct coalesce(m.into_id, q.id))::int from duty_session_people x join duty_sessions s on s.id = x.session_id left join people q on q.id = x.person_id
         left join merged_people m on m.id = x.person_id where s.duty_id = ${duty}::uuid and (q.id is not null or m.id is not null)) as listed,
      (select count(distinct a.person_id)::int from assignments a where a.valid_from <= ${on}::date and a.valid_to > ${on}::date and ${inUnit}) as due`);
  return row ?? { sessions: 0, heads: 0, listed: 0, due: 0 };
};

/** Those listed at the sessions of a duty whom the scope holds on a day, by name, each once. */
export const peopleReached = async (db: TenantSql, scope: UnitScope, on: IsoDate, duty: string, { after, limit }: { after: number; limit: number }): Promise<{ id: string; name: string; sessions: number }[]> =>
  [...(await db.execute<{ id: string; name: string; sessions: number }>(sql`
    select q.id, q.full_name as name, count(*)::int as sessions from duty_session_people x join duty_sessions s on s.id = x.session_id join people q on q.id = x.person_id
    where s.duty_id = ${duty}::uuid and ${personInside(sql`q.id`, scope, on)} group by q.id order by q.name_sort, q.id offset ${after} limit ${limit}`))];
