import type { UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

/** The same move in many cases: who asked for it and when, how far it is. */
export type KeptBulk = { id: string; move: string; reason: string | null; state: 'queued' | 'done' | 'cancelled'; askedBy: UserId | null; askedLabel: string; askedAt: string };

/** Why a case was not moved: the kind of the refusal, and what it says besides. */
export type BulkRefusal = { kind: string } & Readonly<Record<string, unknown>>;

/** One case of it, as it was seen, and what became of it: the state it came to, or why not. Null: not its turn yet. */
export type BulkItem = { place: number; case: string; version: number; outcome: { to: string } | { refused: BulkRefusal } | null };

/** A bulk move in a list: of which workflow its cases are, how many there are, and what became of how many. */
export type CountedBulk = KeptBulk & { workflow: string | null; cases: number; moved: number; refused: number };

type NewBulk = Pick<KeptBulk, 'move' | 'reason' | 'askedBy' | 'askedLabel'> & { at: Date; cases: readonly { case: string; version: number }[] };

/** Notes which cases are to be moved; answers with its id. */
export const insertBulk = async (tx: TenantSql, { move, reason, askedBy, askedLabel, at, cases }: NewBulk): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    with bulk as (insert into case_bulks (move, reason, asked_by, asked_label, asked_at) values (${move}, ${reason}, ${askedBy}::uuid, ${askedLabel}, ${at.toISOString()}::timestamptz) returning id),
    items as (
      insert into case_bulk_items (bulk_id, place, case_id, version)
      select bulk.id, c.place, (c.it ->> 'case')::uuid, (c.it ->> 'version')::int from bulk, jsonb_array_elements(${JSON.stringify(cases)}::jsonb) with ordinality c (it, place))
    select id from bulk`);
  if (!row) throw new Error('A bulk move was not kept');
  return row.id;
};

/** A bulk move; `lock`: taken in hand until the transaction ends. */
export const findBulk = async (db: TenantSql, id: string, lock = false): Promise<KeptBulk | undefined> =>
  (await db.execute<KeptBulk>(sql`select b.id, b.move, b.reason, b.state, b.asked_by as "askedBy", b.asked_label as "askedLabel", b.asked_at as "askedAt" from case_bulks b where b.id = ${id}::uuid ${lock ? sql`for update of b` : sql``}`))[0];

/** The latest bulk moves that somebody asked for, with how far each has come. */
export const bulksOf = async (db: TenantSql, user: UserId, limit: number): Promise<CountedBulk[]> =>
  [...(await db.execute<CountedBulk>(sql`
    select b.id, b.move, b.reason, b.state, b.asked_by as "askedBy", b.asked_label as "askedLabel", b.asked_at as "askedAt", of.workflow, of.cases, of.moved, of.refused
    from (select * from case_bulks where asked_by = ${user}::uuid order by id desc limit ${limit}) b
    cross join lateral (
      select min(c.workflow) as workflow, count(*)::int as cases, count(*) filter (where i.outcome ? 'to')::int as moved, count(*) filter (where i.outcome ? 'refused')::int as refused
      from case_bulk_items i left join cases c on c.id = i.case_id where i.bulk_id = b.id) of
    order by b.id desc`))];

/** The cases of a bulk move in their order. */
export const bulkItems = async (db: TenantSql, id: string): Promise<BulkItem[]> =>
  [...(await db.execute<BulkItem>(sql`select i.place, i.case_id as case, i.version, i.outcome from case_bulk_items i where i.bulk_id = ${id}::uuid order by i.place`))];

/** Notes what became of a case; false where that was noted before. The row is held until the transaction ends, so that no two attempts move the same case. */
export const noteOutcome = async (tx: TenantSql, id: string, place: number, outcome: NonNullable<BulkItem['outcome']>): Promise<boolean> =>
  (await tx.execute(sql`update case_bulk_items set outcome = ${JSON.stringify(outcome)}::jsonb where bulk_id = ${id}::uuid and place = ${place} and outcome is null returning place`)).length > 0;

/** Ends a bulk move that is under way; false where it has ended. */
export const endBulk = async (tx: TenantSql, id: string, state: 'done' | 'cancelled', at: Date): Promise<boolean> =>
  (await tx.execute(sql`update case_bulks set state = ${state}, ended_at = ${at.toISOString()}::timestamptz where id = ${id}::uuid and state = 'queued' returning id`)).length > 0;
