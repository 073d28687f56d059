import type { IsoDate, UnitId, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import { personInside } from '../access/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';
import { type DutyFilter, dutyTables, dutyTests } from './duties.ts';

/** How a session was held. */
export type SessionForm = 'meeting' | 'online' | 'media' | 'other';

/** A session as it is written down; `people`: those who were listed by name. */
export type NewSession = { heldOn: IsoDate; form: SessionForm; topic: string; place: string | null; heads: number; people: readonly string[] };

/** A session as it is shown. */
export type KeptSession = Omit<NewSession, 'people'> & { id: string; listed: number };

/** The sessions of a duty, the latest first. */
export const sessionsOfDuty = async (db: TenantSql, duty: string): Promise<KeptSession[]> =>
  [...(await db.execute<KeptSession>(sql`
    select s.id, s.held_on::text as "heldOn", s.form, s.topic, s.place, greatest(s.heads, (select count(*)::int from duty_session_people x where x.session_id = s.id)) as heads,
      (select count(*)::int from duty_session_people x join people q on q.id = x.person_id where x.session_id = s.id) as listed
    from duty_sessions s where s.duty_id = ${duty}::uuid order by s.held_on desc, s.id desc`))];

/** A session with the duty that it was held for. */
export type SessionOfDuty = KeptSession & { duty: string; plan: string; task: string; unit: UnitId | null };

/** The sessions of the duties that the scope holds on a day and the filter asks for, the latest first; not of those that were dropped. */
export const sessionsOfDuties = async (db: TenantSql, scope: UnitScope, on: IsoDate, filter: DutyFilter, { after, limit }: { after: number; limit: number }): Promise<SessionOfDuty[]> =>
  [...(await db.execute<SessionOfDuty>(sql`
    select s.id, s.held_on::text as "heldOn", s.form, s.topic, s.place, greatest(s.heads, (select count(*)::int from duty_session_people x where x.session_id = s.id)) as heads,
      (select count(*)::int from duty_session_people x join people q on q.id = x.person_id where x.session_id = s.id) as listed, d.id as duty, p.code as plan, d.task, d.unit_id as unit
    ${dutyTables} join duty_sessions s on s.duty_id = d.id where ${dutyTests(scope, on, filter)} and c.core_state <> 'dropped' order by s.held_on desc, s.id desc offset ${after} limit ${limit}`))];

/** How many of some people the scope lets be seen on a day. */
export const countSeen = async (db: TenantSql, scope: UnitScope, on: IsoDate, people: readonly string[]): Promise<number> =>
  (await db.execute<{ seen: number }>(sql`select count(*)::int as seen from people q where q.id = any(${pgArray([...people])}::uuid[]) and ${personInside(sql`q.id`, scope, on)}`))[0]?.seen ?? 0;

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

/** Those listed at the sessions of a duty whom the scope holds on a day, by name, each once. */
export const peopleReached = async (db: TenantSql, scope: UnitScope, on: IsoDate, duty: string, { after, limit }: { after: number; limit: number }): Promise<{ id: string; name: string; sessions: number }[]> =>
  [...(await db.execute<{ id: string; name: string; sessions: number }>(sql`
    select q.id, q.full_name as name, count(*)::int as sessions from duty_session_people x join duty_sessions s on s.id = x.session_id join people q on q.id = x.person_id
    where s.duty_id = ${duty}::uuid and ${personInside(sql`q.id`, scope, on)} group by q.id order by q.name_sort, q.id offset ${after} limit ${limit}`))];
