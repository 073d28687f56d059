import { type IsoDate, subtreesOf, type UnitId, type UnitScope, type UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';
import { unitInside } from '../access/index.ts';
import { day } from '../rules/source.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Where an obstacle is on its way. */
export type ObstacleState = 'raised' | 'in-hand' | 'answered' | 'closed' | 'withdrawn';

/**
 * What stands in somebody's way, what he proposes, and what he was answered. `case`, `state`: where it is on its way. `dueOn`: the last day on which whoever has
 * it now is in time; `answeredOn`, `answeredBy`: of the answer that was last given.
 */
export type KeptObstacle = {
  id: string; raisedOn: IsoDate; unit: UnitId | null; raisedBy: UserId | null; raisedLabel: string; about: string | null; text: string; proposal: string; answer: string | null; changeLink: string | null;
  published: boolean; version: number; case: string; state: ObstacleState; dueOn: IsoDate | null; late: boolean; answeredOn: IsoDate | null; answeredBy: string | null;
};

/** What somebody writes of an obstacle. `about`: the stable id of a target or task of the plan. */
export type ObstacleText = { about: string | null; text: string; proposal: string };

/** An answer: `changeLink` leads to the change that came of it; a published answer is read by all, so that nobody asks twice. */
export type ObstacleAnswer = { answer: string; changeLink: string | null; published: boolean };

const columns = (on: IsoDate): SQL => sql`o.id, o.raised_on::text as "raisedOn", o.unit_id as unit, o.raised_by as "raisedBy", o.raised_label as "raisedLabel", o.about, o.text, o.proposal, o.answer, o.change_link as "changeLink", o.published, o.version,
  c.id as "case", c.core_state as state, c.due_on::text as "dueOn", coalesce(c.closed_at is null and c.due_on < ${day(on)}, false) as late, (a.moved_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "answeredOn", a.moved_label as "answeredBy"`;
const from = sql`from obstacles o join cases c on c.workflow = 'obstacle' and c.subject_id = o.id
  left join lateral (select m.moved_at, m.moved_label from case_moves m where m.case_id = c.id and m.move = 'answer' order by m.id desc limit 1) a on true`;

const inside = (scope: UnitScope, on: IsoDate): SQL => (scope.kind === 'everything' ? sql`true` : sql`(o.unit_id is not null and ${unitInside(sql`o.unit_id`, scope, on)})`);
// An answer that was published is for everybody who may read obstacles.
const readable = (scope: UnitScope, on: IsoDate): SQL => sql`(${inside(scope, on)} or (o.published and c.core_state in ('answered', 'closed')))`;

/** Which obstacles are asked for: in a state, late, of a unit and those below it, about an element of a plan, that led to a change, with all of some folded words in them. */
export type ObstacleFilter = { state?: string | undefined; late?: boolean | undefined; unit?: UnitId | undefined; about?: string | undefined; change?: string | undefined; words?: readonly string[] | undefined };

const where = (on: IsoDate, { state, late, unit, about, change, words = [] }: ObstacleFilter): SQL => {
  const tests = [sql`true`, ...words.map((it) => sql`strpos(o.search, ${it}) > 0`)];
  if (state !== undefined) tests.push(sql`c.core_state = ${state}`);
  if (late === true) tests.push(sql`c.closed_at is null and c.due_on < ${day(on)}`);
  if (unit !== undefined) tests.push(inside(subtreesOf([unit], []), on));
  if (about !== undefined) tests.push(sql`o.about = ${about}`);
  // A link may lead to a place within the page.
  if (change !== undefined) tests.push(sql`split_part(o.change_link, '?', 1) = ${change} and c.core_state in ('answered', 'closed')`);
  return sql.join(tests, sql` and `);
};

/** Obstacles that the scope holds or that everybody may read, the latest first. */
export const listObstacles = async (db: TenantSql, scope: UnitScope, on: IsoDate, filter: ObstacleFilter, { after, limit }: { after: number; limit: number }): Promise<KeptObstacle[]> =>
  [...(await db.execute<KeptObstacle>(sql`select ${columns(on)} ${from} where ${readable(scope, on)} and ${where(on, filter)} order by o.raised_on desc, o.id desc offset ${after} limit ${limit}`))];

/** Those that share most words with a text, the likest first; what shares less than a third of them is not alike. */
export const obstaclesLike = async (db: TenantSql, scope: UnitScope, on: IsoDate, words: readonly string[], limit: number): Promise<KeptObstacle[]> =>
  words.length === 0
    ? []
    : [...(await db.execute<KeptObstacle>(sql`
        select ${columns(on)} ${from}, lateral (select count(*) as words from unnest(${pgArray([...words])}::text[]) w where strpos(o.search, w) > 0) alike
        where ${readable(scope, on)} and alike.words * 3 >= ${words.length} order by alike.words desc, o.id desc limit ${limit}`))];

/** An obstacle that may be read. */
export const findObstacle = async (db: TenantSql, scope: UnitScope, id: string, on: IsoDate, how: 'read' | 'change' = 'read'): Promise<KeptObstacle | undefined> =>
  (await db.execute<KeptObstacle>(sql`select ${columns(on)} ${from} where o.id = ${id}::uuid and ${how === 'read' ? readable(scope, on) : inside(scope, on)}`))[0];

/** Obstacles by their ids, of any unit. A case that is only being opened is not asked for. */
export const obstacleTexts = async (db: TenantSql, ids: readonly string[]): Promise<(ObstacleText & { id: string; answer: string | null })[]> =>
  ids.length === 0 ? [] : [...(await db.execute<ObstacleText & { id: string; answer: string | null }>(sql`select id, about, text, proposal, answer from obstacles where id = any(${pgArray([...ids])}::uuid[])`))];

/** Adds an obstacle. `search`: its words without accents. */
export const insertObstacle = async (tx: TenantSql, it: ObstacleText & { raisedOn: IsoDate; unit: UnitId | null; raisedBy: UserId | null; raisedLabel: string; search: string }): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into obstacles (raised_on, unit_id, raised_by, raised_label, about, text, proposal, search)
    values (${it.raisedOn}::date, ${it.unit}::uuid, ${it.raisedBy}::uuid, ${it.raisedLabel}, ${it.about}, ${it.text}, ${it.proposal}, ${it.search}) returning id`);
  if (!row) throw new Error('An obstacle was not stored');
  return row.id;
};

/** Writes an answer; undefined where somebody wrote meanwhile. */
export const saveAnswer = async (tx: TenantSql, id: string, version: number, it: ObstacleAnswer): Promise<number | undefined> =>
  (await tx.execute<{ version: number }>(sql`
    update obstacles set answer = ${it.answer}, change_link = ${it.changeLink}, published = ${it.published}, version = version + 1 where id = ${id}::uuid and version = ${version} returning version`))[0]?.version;
