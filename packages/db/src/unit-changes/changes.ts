import type { ChangeBatch, PersonMove, UnitChangeState, UnitOperation } from '@saubac/domain/unit-changes';
import type { IsoDate, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** What somebody wrote down: the operations stand with it, the moves of people in rows of their own. */
export type ChangeOrder = { title: string; on: IsoDate; firstDay: IsoDate; decision: { number: string; date: IsoDate } | null; why: string | null; operations: readonly UnitOperation[] };

type Act = { by: UserId | null; label: string; at: string };

/** A change of units as it stands. `preview` and `failure` are kept as the services wrote them. */
export type StoredChange<Preview, Failure> = ChangeOrder & {
  id: string;
  state: UnitChangeState;
  /** Of the work that goes on, in parts of a hundred. */
  progress: number;
  moves: number;
  preview: Preview | null;
  previewDigest: string | null;
  failure: Failure | null;
  prepared: Act;
  previewed: { by: UserId | null; label: string } | null;
  committed: Act | null;
  withdrawn: Act | null;
  version: number;
};

const at = (column: string): SQL => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const actOf = (name: string): SQL => sql`case when c.${sql.raw(`${name}_label`)} is not null then jsonb_build_object('by', c.${sql.raw(`${name}_by`)}, 'label', c.${sql.raw(`${name}_label`)}, 'at', ${at(`c.${name}_at`)}) end`;

const columns = sql`
  c.id, c.title, c.on_date::text as "on", c.first_day::text as "firstDay", case when c.decision_number is not null then jsonb_build_object('number', c.decision_number, 'date', c.decision_date) end as decision,
  c.why, c.operations, c.state, c.progress::int as progress, (select count(*)::int from unit_change_moves m where m.change_id = c.id) as moves, c.preview, c.preview_digest as "previewDigest", c.failure,
  ${actOf('prepared')} as prepared, case when c.previewed_label is not null then jsonb_build_object('by', c.previewed_by, 'label', c.previewed_label) end as previewed,
  ${actOf('committed')} as committed, ${actOf('withdrawn')} as withdrawn, c.version`;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One change; `lock`: nobody else may change it before the transaction ends. */
export const unitChange = async <P, F>(db: TenantSql, id: string, lock?: 'lock'): Promise<StoredChange<P, F> | undefined> =>
  uuid.test(id) ? (await db.execute<StoredChange<P, F>>(sql`select ${columns} from unit_changes c where c.id = ${id}::uuid ${lock ? sql`for update of c` : sql``}`))[0] : undefined;

/** Changes, the newest first, after one of them; of one state or of all. */
export const unitChangePage = async <P, F>(db: TenantSql, { state, before, limit }: { state: UnitChangeState | null; before: string | null; limit: number }): Promise<StoredChange<P, F>[]> => [
  ...(await db.execute<StoredChange<P, F>>(sql`
    select ${columns} from unit_changes c where (${state}::text is null or c.state = ${state}) and (${before}::uuid is null or c.id < ${before}::uuid) order by c.id desc limit ${limit}`)),
];

const orderColumns = sql.raw('title, on_date, first_day, decision_number, decision_date, why, operations');
const orderValues = (it: ChangeOrder): SQL =>
  sql`${it.title}, ${it.on}::date, ${it.firstDay}::date, ${it.decision?.number ?? null}, ${it.decision?.date ?? null}::date, ${it.why}, ${JSON.stringify(it.operations)}::jsonb`;

/** Stores a new change; answers with its id. */
export const insertUnitChange = async (tx: TenantSql, it: ChangeOrder, by: { by: UserId | null; label: string; at: Date }): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into unit_changes (${orderColumns}, prepared_by, prepared_label, prepared_at) values (${orderValues(it)}, ${by.by}::uuid, ${by.label}, ${by.at.toISOString()}::timestamptz) returning id`);
  return row!.id;
};

/** Stores what somebody wrote into a change: it is a draft again, and what a preview found of it is gone. */
export const rewriteUnitChange = async (tx: TenantSql, id: string, it: ChangeOrder, by: { by: UserId | null; label: string; at: Date }): Promise<void> => {
  await tx.execute(sql`
    update unit_changes set (${orderColumns}) = (${orderValues(it)}), state = 'draft', preview = null, preview_digest = null, failure = null, version = version + 1,
      prepared_by = ${by.by}::uuid, prepared_label = ${by.label}, prepared_at = ${by.at.toISOString()}::timestamptz where id = ${id}::uuid`);
  await tx.execute(sql`delete from unit_change_findings where change_id = ${id}::uuid`);
  await tx.execute(sql`delete from unit_change_moves where change_id = ${id}::uuid`);
};

const chunk = 5_000;

/** Stores who goes where by name, after the change itself. */
export const insertMoves = async (tx: TenantSql, id: string, moves: readonly PersonMove[]): Promise<void> => {
  for (let start = 0; start < moves.length; start += chunk) {
    const rows = moves.slice(start, start + chunk).map((it) => ({ row_no: it.row, on_date: it.on, person_id: it.person, from_unit: it.from, to_unit: it.to, posting: it.posting }));
    await tx.execute(sql`
      insert into unit_change_moves (change_id, row_no, on_date, person_id, from_unit, to_unit, posting) select ${id}::uuid, m.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as m (row_no integer, on_date date, person_id uuid, from_unit text, to_unit text, posting jsonb)`);
  }
};

const movesOf = (id: string): SQL => sql`
  select m.row_no as row, m.on_date::text as "on", m.person_id as person, m.from_unit as "from", m.to_unit as "to", nullif(m.posting, 'null'::jsonb) as posting from unit_change_moves m where m.change_id = ${id}::uuid`;

/** All that is to be done by a change. */
export const batchOf = async (db: TenantSql, { id, operations }: { id: string; operations: readonly UnitOperation[] }): Promise<ChangeBatch> => ({
  operations,
  moves: [...(await db.execute<PersonMove>(sql`${movesOf(id)} order by m.row_no`))],
});

/** A page of who goes where by name: what stands after a row. */
export const changeMovePage = async (db: TenantSql, id: string, { after, limit }: { after: number; limit: number }): Promise<PersonMove[]> => [
  ...(await db.execute<PersonMove>(sql`${movesOf(id)} and m.row_no > ${after} order by m.row_no limit ${limit}`)),
];

/** What changes with the state of a change; absent is as it was. */
export type ChangeMove = {
  from: readonly UnitChangeState[];
  to: UnitChangeState;
  preview?: unknown;
  previewDigest?: string | null;
  failure?: unknown;
  by?: { as: 'previewed' | 'committed' | 'withdrawn'; by: UserId | null; label: string; at: Date };
};

/** Moves a change to another state if it is still in one of those; false if somebody else was first. */
export const moveUnitChange = async (tx: TenantSql, id: string, it: ChangeMove): Promise<boolean> => {
  const json = (value: unknown, column: SQL): SQL => (value === undefined ? column : sql`${value === null ? null : JSON.stringify(value)}::jsonb`);
  const by = it.by ? sql.raw(`${it.by.as}_`) : undefined;
  const moment = it.by && it.by.as !== 'previewed' ? sql`, ${by}at = ${it.by.at.toISOString()}::timestamptz` : sql``;
  const acted = it.by ? sql`, ${by}by = ${it.by.by}::uuid, ${by}label = ${it.by.label}${moment}` : sql``;
  // Whoever agreed to what was not written has committed nothing.
  const cleared = it.to === 'draft' || it.to === 'previewed' ? sql`, committed_by = null, committed_label = null, committed_at = null` : sql``;
  const states = sql.join(it.from.map((state) => sql`${state}`), sql`, `);
  const moved = await tx.execute(sql`
    update unit_changes set state = ${it.to}, progress = 0, version = version + 1, preview = ${json(it.preview, sql`preview`)},
      preview_digest = ${it.previewDigest === undefined ? sql`preview_digest` : sql`${it.previewDigest}`}, failure = ${json(it.failure, sql`failure`)}${acted}${cleared}
    where id = ${id}::uuid and state in (${states}) returning id`);
  return moved.length > 0;
};

/** Notes how far the work on a change has come; false if nobody works on it any more. */
export const noteChangeProgress = async (db: TenantSql, id: string, percent: number): Promise<boolean> =>
  (await db.execute(sql`update unit_changes set progress = ${Math.trunc(percent)} where id = ${id}::uuid and state in ('previewing', 'committing') returning id`)).length > 0;
