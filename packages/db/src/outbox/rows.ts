import { sql } from 'drizzle-orm';
import { pgArray } from '../tenancy/pg-array.ts';
import type { TenantSql } from '../tenancy/tenant-db.ts';
import type { OutboxPayload } from './queue.ts';

/**
 * waiting: nobody has it yet. taken: the queue of the worker has it. done: its effect is there. dead: every attempt failed, and a person
 * has to look.
 */
export type OutboxState = 'waiting' | 'taken' | 'done' | 'dead';

export type OutboxRow = { id: string; kind: string; payload: OutboxPayload; state: OutboxState; attempts: number };

/** A row the queue of the worker lost (a restored backup, a queue emptied by hand) is given to it again after this while. */
const lostAfterMinutes = 60;

/** What the worker has yet to give to its queue: a condition on `outbox`. */
export const openCondition = `state = 'waiting' or (state = 'taken' and taken_at < now() - interval '${lostAfterMinutes} minutes')`;

/** The oldest rows of some kinds that are not given to the queue yet. */
export const openRows = async (db: TenantSql, kinds: readonly string[], limit: number): Promise<{ id: string; kind: string }[]> => [
  ...(await db.execute<{ id: string; kind: string }>(sql`
    select id, kind from outbox where (${sql.raw(openCondition)}) and kind = any(${pgArray(kinds)}::text[]) order by id limit ${limit}`)),
];

/** Notes that the queue has these rows. */
export const markTaken = async (db: TenantSql, ids: readonly string[]): Promise<void> => {
  await db.execute(sql`update outbox set state = 'taken', taken_at = now() where id = any(${pgArray(ids)}::uuid[]) and state in ('waiting', 'taken')`);
};

/** A row by its id. */
export const outboxRow = async (db: TenantSql, id: string): Promise<OutboxRow | undefined> => {
  const [row] = await db.execute<OutboxRow>(sql`select id, kind, payload, state, attempts from outbox where id = ${id}`);
  return row;
};

/** Counts an attempt that begins. */
export const noteAttempt = async (db: TenantSql, id: string): Promise<void> => {
  await db.execute(sql`update outbox set attempts = attempts + 1 where id = ${id} and state in ('waiting', 'taken')`);
};

/** Notes why an attempt failed: a code, never a message, which could quote somebody's data. */
export const noteFailure = async (db: TenantSql, id: string, failure: string): Promise<void> => {
  await db.execute(sql`update outbox set failure = ${failure} where id = ${id} and state in ('waiting', 'taken')`);
};

/** The work of this row is done already, by another attempt: whatever this one wrote must be rolled back. */
export class AlreadyDone extends Error {
  override readonly name = 'AlreadyDone';
}

/**
 * Marks a row as done, in the transaction that writes its effect: they are there together or not at all. A second attempt waits for the
 * first one here, and throws `AlreadyDone`, which undoes what it wrote.
 */
export const markDone = async (tx: TenantSql, id: string): Promise<void> => {
  const [row] = await tx.execute(sql`update outbox set state = 'done', ended_at = now(), failure = null where id = ${id} and state <> 'done' returning id`);
  if (!row) throw new AlreadyDone(`The work of ${id} is done already.`);
};

/** Marks a row as dead: every attempt failed. A row that is done stays so. */
export const markDead = async (db: TenantSql, id: string): Promise<void> => {
  await db.execute(sql`update outbox set state = 'dead', ended_at = now() where id = ${id} and state in ('waiting', 'taken')`);
};
