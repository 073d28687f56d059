import type { CloseState, RulesThen } from '@saubac/domain/closes';
import type { IsoDate, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A close as it stands. `problems` and `failure` are kept as the services wrote them. */
export type StoredClose<Problems, Failure> = {
  id: string;
  from: IsoDate;
  to: IsoDate;
  cutOff: IsoDate;
  number: number;
  corrects: string | null;
  reason: string | null;
  state: CloseState;
  done: number;
  of: number | null;
  failure: Failure | null;
  dataPosition: number | null;
  dataDigest: string | null;
  takenAt: string | null;
  rules: RulesThen | null;
  rulesDigest: string | null;
  problems: Problems | null;
  contentDigest: string | null;
  preparedBy: UserId | null;
  preparedLabel: string;
  approvedBy: UserId | null;
  approvedLabel: string | null;
  approvedAt: string | null;
  anchorPosition: number | null;
  anchorDigest: string | null;
  version: number;
  createdAt: string;
  endedAt: string | null;
};

const moment = (column: string): SQL => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const columns = sql`
  c.id, c.period_from::text as "from", c.period_to::text as "to", c.cut_off::text as "cutOff", c.number, c.corrects, c.reason, c.state, c.progress_done as done, c.progress_of as "of", c.failure,
  c.data_position::float8 as "dataPosition", c.data_digest as "dataDigest", ${moment('c.taken_at')} as "takenAt", c.rules, c.rules_digest as "rulesDigest", c.problems, c.content_digest as "contentDigest",
  c.prepared_by as "preparedBy", c.prepared_label as "preparedLabel", c.approved_by as "approvedBy", c.approved_label as "approvedLabel", ${moment('c.approved_at')} as "approvedAt",
  c.anchor_position::float8 as "anchorPosition", c.anchor_digest as "anchorDigest", c.version, ${moment('c.created_at')} as "createdAt", ${moment('c.ended_at')} as "endedAt"`;

type Days = { from: IsoDate; to: IsoDate };
type NewClose = Days & { cutOff: IsoDate; number: number; corrects: string | null; reason: string | null; preparedBy: UserId | null; preparedLabel: string };

/** Adds a close that is to be made; undefined if one of the same period is under way. */
export const insertClose = async (tx: TenantSql, it: NewClose, at: string): Promise<string | undefined> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into closes (period_from, period_to, cut_off, number, corrects, reason, state, prepared_by, prepared_label, created_at)
    values (${it.from}::date, ${it.to}::date, ${it.cutOff}::date, ${it.number}, ${it.corrects}::uuid, ${it.reason}, 'queued', ${it.preparedBy}::uuid, ${it.preparedLabel}, ${at}::timestamptz)
    on conflict do nothing returning id`);
  return row?.id;
};

const load = async <P, F>(db: TenantSql, rest: SQL): Promise<StoredClose<P, F>[]> => [...(await db.execute<StoredClose<P, F>>(sql`select ${columns} from closes c ${rest}`))];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A close by its id. */
export const closeById = async <P, F>(db: TenantSql, id: string): Promise<StoredClose<P, F> | undefined> => (uuid.test(id) ? (await load<P, F>(db, sql`where c.id = ${id}::uuid`))[0] : undefined);

/** The closes of a period that were not given up, the latest version first. */
export const closesOfPeriod = <P, F>(db: TenantSql, { from, to }: Days): Promise<StoredClose<P, F>[]> =>
  load(db, sql`where c.period_from = ${from}::date and c.period_to = ${to}::date and c.state not in ('cancelled', 'failed') order by c.number desc`);

/** The latest signed version of each period whose figures are those of one of some days: counted on it, or of a period that ends with it. */
export const signedClosesOn = <P, F>(db: TenantSql, days: readonly IsoDate[]): Promise<StoredClose<P, F>[]> =>
  load(db, sql`where c.state = 'signed' and (c.cut_off = any(${pgArray(days)}::date[]) or c.period_to = any(${pgArray(days)}::date[]))
    and not exists (select 1 from closes n where n.period_from = c.period_from and n.period_to = c.period_to and n.state = 'signed' and n.number > c.number)
    order by c.period_to, c.period_from`);

/** The latest signed version of each period that was counted on a day or later. */
export const signedClosesSince = <P, F>(db: TenantSql, day: IsoDate): Promise<StoredClose<P, F>[]> =>
  load(db, sql`where c.state = 'signed' and c.cut_off >= ${day}::date
    and not exists (select 1 from closes n where n.period_from = c.period_from and n.period_to = c.period_to and n.state = 'signed' and n.number > c.number)
    order by c.cut_off, c.period_from`);

/** Closes, the latest first; `signedOnly`: those that are over and done. */
export const closePage = <P, F>(db: TenantSql, { signedOnly, before, limit }: { signedOnly: boolean; before: string | null; limit: number }): Promise<StoredClose<P, F>[]> =>
  load(db, sql`where ${signedOnly ? sql`c.state = 'signed'` : sql`true`}${before === null ? sql`` : sql` and c.id < ${before}::uuid`} order by c.id desc limit ${limit}`);

export type Frozen = { dataPosition: number; dataDigest: string; takenAt: string; rules: RulesThen; rulesDigest: string; problems: unknown; contentDigest: string };

export type CloseMove = { from: readonly CloseState[]; at: string; version?: number } & (
  | { to: 'running'; of: number }
  | { to: 'cancelled'; failure?: unknown }
  | { to: 'failed'; failure: unknown }
  | { to: 'prepared'; frozen: Frozen }
  | { to: 'approved'; by: UserId | null; label: string }
  | { to: 'signed'; position: number; digest: string }
);

const changes = (it: CloseMove): SQL => {
  switch (it.to) {
    case 'running': return sql`, progress_done = 0, progress_of = ${it.of}, ended_at = null`;
    case 'cancelled': return sql`, ended_at = ${it.at}::timestamptz${it.failure === undefined ? sql`` : sql`, failure = ${JSON.stringify(it.failure)}::jsonb`}`;
    case 'failed': return sql`, ended_at = ${it.at}::timestamptz, failure = ${JSON.stringify(it.failure)}::jsonb`;
    case 'approved': return sql`, approved_by = ${it.by}::uuid, approved_label = ${it.label}, approved_at = ${it.at}::timestamptz`;
    case 'signed': return sql`, ended_at = ${it.at}::timestamptz, anchor_position = ${it.position}::bigint, anchor_digest = ${it.digest}`;
    case 'prepared': {
      const { dataPosition, dataDigest, takenAt, rules, rulesDigest, problems, contentDigest } = it.frozen;
      return sql`, progress_done = coalesce(progress_of, 0), data_position = ${dataPosition}::bigint, data_digest = ${dataDigest}, taken_at = ${takenAt}::timestamptz, rules = ${JSON.stringify(rules)}::jsonb,
        rules_digest = ${rulesDigest}, problems = ${JSON.stringify(problems)}::jsonb, content_digest = ${contentDigest}`;
    }
  }
};

/** Moves a close to another state if it is still in one of those (and in that version); false if somebody else was first. */
export const moveClose = async (tx: TenantSql, id: string, it: CloseMove): Promise<boolean> => {
  const asSeen = it.version === undefined ? sql`` : sql` and version = ${it.version}`;
  const moved = await tx.execute(sql`
    update closes set state = ${it.to}, version = version + 1${changes(it)} where id = ${id}::uuid and state = any(${pgArray(it.from)}::text[])${asSeen} returning id`);
  return moved.length > 0;
};

/** Notes how far the freezing of a close has come; false if it is not being worked on any more. */
export const noteCloseProgress = async (db: TenantSql, id: string, done: number): Promise<boolean> =>
  (await db.execute(sql`update closes set progress_done = greatest(progress_done, ${done}) where id = ${id}::uuid and state = 'running' returning id`)).length > 0;

/** Takes away what was frozen for a close that was given up. */
export const dropFrozen = async (tx: TenantSql, id: string): Promise<void> => {
  await tx.execute(sql`delete from close_targets where close_plan_id in (select k.id from close_plans k where k.close_id = ${id}::uuid)`);
  await tx.execute(sql`delete from close_plans where close_id = ${id}::uuid`);
  await tx.execute(sql`delete from close_units where close_id = ${id}::uuid`);
};

/** The head of the audit as a snapshot sees it: position and digest. */
export const headOf = async (db: TenantSql): Promise<{ position: number; digest: string }> => {
  const [row] = await db.execute<{ position: number; digest: string }>(sql`select position::float8 as position, digest from data_head`);
  if (!row) throw new Error('The tenant has no data_head row.');
  return row;
};
