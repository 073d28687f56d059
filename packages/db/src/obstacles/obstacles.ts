import type { IsoDate, UnitId, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';
import { unitInside } from '../access/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Where an obstacle is on its way. */
export type ObstacleState = 'raised' | 'in-hand' | 'answered' | 'closed' | 'withdrawn';

/** What stands in somebody's way, what he proposes, and what he was answered. `case`, `state`: where it is on its way. */
export type KeptObstacle = {
  id: string; raisedOn: IsoDate; unit: UnitId | null; raisedBy: UserId | null; raisedLabel: string; about: string | null; text: string; proposal: string; answer: string | null; changeLink: string | null;
  published: boolean; version: number; case: string; state: ObstacleState;
};

/** What somebody writes of an obstacle. `about`: the stable id of a target or task of the plan. */
export type ObstacleText = { about: string | null; text: string; proposal: string };

/** An answer: `changeLink` leads to the change that came of it; a published answer is read by all, so that nobody asks twice. */
export type ObstacleAnswer = { answer: string; changeLink: string | null; published: boolean };

const columns = sql`o.id, o.raised_on::text as "raisedOn", o.unit_id as unit, o.raised_by as "raisedBy", o.raised_label as "raisedLabel", o.about, o.text, o.proposal, o.answer, o.change_link as "changeLink", o.published, o.version,
  c.id as "case", c.core_state as state`;
const from = sql`from obstacles o join cases c on c.workflow = 'obstacle' and c.subject_id = o.id`;

const inside = (scope: UnitScope, on: IsoDate): SQL => (scope.kind === 'everything' ? sql`true` : sql`(o.unit_id is not null and ${unitInside(sql`o.unit_id`, scope, on)})`);
// An answer that was published is for everybody who may read obstacles.
const readable = (scope: UnitScope, on: IsoDate): SQL => sql`(${inside(scope, on)} or (o.published and c.core_state in ('answered', 'closed')))`;

/** Which obstacles are asked for: in a state, with all of some folded words in them. */
export type ObstacleFilter = { state?: string | undefined; words?: readonly string[] | undefined };

const where = ({ state, words = [] }: ObstacleFilter): SQL => sql.join([sql`true`, ...(state === undefined ? [] : [sql`c.core_state = ${state}`]), ...words.map((it) => sql`strpos(o.search, ${it}) > 0`)], sql` and `);

/** Obstacles that the scope holds or that everybody may read, the latest first. */
export const listObstacles = async (db: TenantSql, scope: UnitScope, on: IsoDate, filter: ObstacleFilter, { after, limit }: { after: number; limit: number }): Promise<KeptObstacle[]> =>
  [...(await db.execute<KeptObstacle>(sql`select ${columns} ${from} where ${readable(scope, on)} and ${where(filter)} order by o.raised_on desc, o.id desc offset ${after} limit ${limit}`))];

/** Those that share most words with a text, the likest first; what shares less than a third of them is not alike. */
export const obstaclesLike = async (db: TenantSql, scope: UnitScope, on: IsoDate, words: readonly string[], limit: number): Promise<KeptObstacle[]> =>
  words.length === 0
    ? []
    : [...(await db.execute<KeptObstacle>(sql`
        select ${columns} ${from}, lateral (select count(*) as words from unnest(${pgArray([...words])}::text[]) w where strpos(o.search, w) > 0) alike
        where ${readable(scope, on)} and alike.words * 3 >= ${words.length} order by alike.words desc, o.id desc limit ${limit}`))];

/** An obstacle that may be read. */
export const findObstacle = async (db: TenantSql, scope: UnitScope, id: string, on: IsoDate, how: 'read' | 'change' = 'read'): Promise<KeptObstacle | undefined> =>
  (await db.execute<KeptObstacle>(sql`select ${columns} ${from} where o.id = ${id}::uuid and ${how === 'read' ? readable(scope, on) : inside(scope, on)}`))[0];

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
