import type { IsoDate, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

/** Somebody stands in for somebody else from a day to a day, both inclusive. `ended`: taken back before. */
export type Cover = { id: string; covered: UserId; covering: UserId; from: IsoDate; to: IsoDate; reason: string; setBy: UserId | null; setLabel: string; ended: boolean };

const columns = sql`v.id, v.covered_id as covered, v.covering_id as covering, v.from_day::text as "from", v.to_day::text as "to", v.reason, v.set_by as "setBy", v.set_label as "setLabel", v.ended_at is not null as ended`;

const listed = async (db: TenantSql, where: SQL): Promise<Cover[]> => [...(await db.execute<Cover>(sql`select ${columns} from covers v where ${where} order by v.from_day desc, v.id desc`))];

/** Whom somebody covers for on a day. */
export const coveredBy = async (db: TenantSql, covering: UserId, on: IsoDate): Promise<UserId[]> =>
  (await db.execute<{ covered: UserId }>(sql`
    select distinct v.covered_id as covered from covers v where v.covering_id = ${covering}::uuid and v.ended_at is null and ${on}::date between v.from_day and v.to_day order by 1`)).map((it) => it.covered);

/** Who covers for whom on a day, in the whole tenant. */
export const coversOn = (db: TenantSql, on: IsoDate): Promise<Cover[]> => listed(db, sql`v.ended_at is null and ${on}::date between v.from_day and v.to_day`);

/** The covers of one user, on either side, or of everybody, that have not passed before a day. */
export const coversOf = (db: TenantSql, user: UserId | 'all', since: IsoDate): Promise<Cover[]> =>
  listed(db, sql`v.ended_at is null and v.to_day >= ${since}::date and ${user === 'all' ? sql`true` : sql`${user}::uuid in (v.covered_id, v.covering_id)`}`);

/** A cover; `lock`: taken in hand until the transaction ends. */
export const findCover = async (tx: TenantSql, id: string, lock = false): Promise<Cover | undefined> =>
  (await tx.execute<Cover>(sql`select ${columns} from covers v where v.id = ${id}::uuid ${lock ? sql`for update of v` : sql``}`))[0];

type Doer = { by: UserId | null; label: string; at: Date };

/** Notes a cover; answers with its id. */
export const insertCover = async (tx: TenantSql, it: Pick<Cover, 'covered' | 'covering' | 'from' | 'to' | 'reason'>, { by, label, at }: Doer): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into covers (covered_id, covering_id, from_day, to_day, reason, set_by, set_label, set_at)
    values (${it.covered}::uuid, ${it.covering}::uuid, ${it.from}::date, ${it.to}::date, ${it.reason}, ${by}::uuid, ${label}, ${at.toISOString()}::timestamptz) returning id`);
  if (!row) throw new Error('A cover was not kept');
  return row.id;
};

/** Takes a cover back, at once. */
export const endCover = async (tx: TenantSql, id: string, { by, label, at }: Doer): Promise<void> => {
  await tx.execute(sql`update covers set ended_by = ${by}::uuid, ended_label = ${label}, ended_at = ${at.toISOString()}::timestamptz where id = ${id}::uuid and ended_at is null`);
};
