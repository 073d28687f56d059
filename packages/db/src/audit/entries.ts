import type { IsoDate, PersonId, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/tenant-db.ts';
import { subjectInScope, subjectsInScope } from './subjects-in-scope.ts';

/** What an entry is about. `label` is its name today, `person` whose file it belongs to; both null for what is gone or has none. */
export type AuditSubject = { kind: string; id: string | null; label: string | null; person: PersonId | null };

/** One act of the audit, without what it changed. `bulk`: it has rows of its own for what it changed. */
export type ListedEntry = {
  id: string;
  position: number;
  /** Moment in UTC. */
  at: string;
  actor: { id: UserId | null; label: string };
  act: string;
  subject: AuditSubject;
  why: string | null;
  bulk: boolean;
};

/** Which entries: days inclusive, in Vietnam. What is not given does not cut. */
export type EntryFilter = {
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
  actor?: UserId | undefined;
  act?: string | undefined;
  subjectKind?: string | undefined;
  subject?: string | undefined;
};

/** Who asks, as far as it cuts what is seen: his scope, as it is on a date. */
export type EntryReader = { scope: UnitScope; on: IsoDate };

export type EntryRow = Omit<ListedEntry, 'position' | 'actor' | 'subject'> & {
  position: string;
  actorId: UserId | null;
  actorLabel: string;
  subjectKind: string;
  subjectId: string | null;
  subjectLabel: string | null;
  subjectPerson: PersonId | null;
};

/** The moment of an entry `e` as it stands in the chain. */
export const moment = sql`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The columns of an entry `e`. Whether it has rows is asked by the order of the index: one import can hold nearly all rows there are, and
 * the planner would then look for those of any other entry by reading them all.
 */
export const entryColumns = sql`
  e.id, e.position, ${moment} as at, e.actor_id as "actorId", e.actor_label as "actorLabel", e.act, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.why,
  coalesce((select d.entry_id from audit_details d where d.entry_id >= e.id order by d.entry_id limit 1) = e.id, false) as bulk`;

/**
 * The rows of a query with the name that their subject has today. An id says by itself what it is of, so each table is asked for it by
 * its key; a page is small.
 */
export const withSubjects = (rows: SQL): SQL => sql`
  select x.*, coalesce(p.full_name, holder.full_name, unit.name, post.name) as "subjectLabel", coalesce(p.id, c.person_id) as "subjectPerson"
  from (${rows}) x left join people p on p.id = x."subjectId"
  left join certificates c on c.id = x."subjectId" left join people holder on holder.id = c.person_id left join posts post on post.id = x."subjectId"
  left join lateral (select v.name from unit_versions v where v.unit_id = x."subjectId" order by v.valid desc limit 1) unit on true`;

/** An entry as it is told, from its row. */
export const entryOf = ({ position, actorId, actorLabel, subjectKind, subjectId, subjectLabel, subjectPerson, ...rest }: EntryRow): ListedEntry => ({
  ...rest,
  position: Number(position),
  actor: { id: actorId, label: actorLabel },
  subject: { kind: subjectKind, id: subjectId, label: subjectLabel, person: subjectPerson },
});

const visible = ({ scope, on }: EntryReader): SQL => {
  const subjects = subjectsInScope(scope, on);
  return subjects ? sql`e.subject_id in (${subjects})` : sql`true`;
};

const matching = ({ from, to, actor, act, subjectKind, subject }: EntryFilter): SQL => {
  const tests = [sql`true`];
  if (from !== undefined) tests.push(sql`e.at >= ${`${from}T00:00:00+07:00`}::timestamptz`);
  if (to !== undefined) tests.push(sql`e.at < ${`${to}T00:00:00+07:00`}::timestamptz + interval '1 day'`);
  if (actor !== undefined) tests.push(sql`e.actor_id = ${actor}::uuid`);
  if (act !== undefined) tests.push(sql`e.act = ${act}`);
  if (subjectKind !== undefined) tests.push(sql`e.subject_kind = ${subjectKind}`);
  if (subject !== undefined) tests.push(sql`e.subject_id = ${subject}::uuid`);
  return sql.join(tests, sql` and `);
};

/** A place in a list of acts: by their moments, and of one moment by their positions. */
export type EntryPlace = Pick<ListedEntry, 'at' | 'position'>;

const latestFirst = (from: SQL, where: SQL, limit: number): SQL =>
  sql`${withSubjects(sql`select ${entryColumns} from ${from} where ${where} order by e.at desc, e.position desc limit ${limit}`)} order by x.at desc, x.position desc`;

const window = 2_000;

/** Acts that the reader may see, latest first, from below a place. */
export const listEntries = async (db: TenantSql, reader: EntryReader, filter: EntryFilter, page: { after?: EntryPlace | undefined; limit: number }): Promise<ListedEntry[]> => {
  const { scope, on } = reader;
  const below = page.after ? sql`(e.at, e.position) < (${page.after.at}::timestamptz, ${page.after.position}::bigint)` : sql`true`;
  const wanted = sql`${matching(filter)} and ${below}`;
  const ask = async (from: SQL, where: SQL): Promise<ListedEntry[]> => (await db.execute<EntryRow>(latestFirst(from, where, page.limit))).map(entryOf);
  if (scope.kind === 'everything') return ask(sql`audit_entries e`, wanted);
  // A large part of the tenant fills its page from the latest acts. A small one is looked up by its subjects.
  const latest = sql`(select * from audit_entries e where ${wanted} order by e.at desc, e.position desc limit ${window}) e`;
  const found = await ask(latest, subjectInScope(sql`e.subject_id`, scope, on));
  return found.length === page.limit ? found : ask(sql`audit_entries e`, sql`${wanted} and ${visible(reader)}`);
};

/** How many acts that the reader may see match. */
export const countEntries = async (db: TenantSql, reader: EntryReader, filter: EntryFilter): Promise<number> => {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from audit_entries e where ${visible(reader)} and ${matching(filter)}`);
  return row?.n ?? 0;
};

/** An act with what it changed. `erased`: what it changed was erased, which the chain allows. */
export type FullEntry = ListedEntry & { before: unknown; after: unknown; erased: boolean };

/** An act by its id, if the reader may see it. */
export const entryById = async (db: TenantSql, reader: EntryReader, id: string): Promise<FullEntry | undefined> => {
  const [row] = await db.execute<EntryRow & Pick<FullEntry, 'before' | 'after' | 'erased'>>(
    withSubjects(sql`
      select ${entryColumns}, y.before, y.after, y.entry_id is null as erased from audit_entries e left join audit_payloads y on y.entry_id = e.id
      where e.id = ${id}::uuid and ${visible(reader)}`),
  );
  if (!row) return undefined;
  const { before, after, erased, ...entry } = row;
  return { ...entryOf(entry), before, after, erased };
};
