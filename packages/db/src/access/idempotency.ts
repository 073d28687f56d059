import { type SQL, sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

/** A creating request that its sender may repeat: his key for it, and the digest of what he asked. */
export type RepeatableRequest = { actor: string; key: string; digest: string };

/** What came of an earlier request with the same key; `sameRequest` is false if something else was asked under it. */
export type KeptOutcome = { outcome: unknown; sameRequest: boolean };

/** The outcome kept under a key of an actor; undefined if nothing was created under it. */
export const keptOutcome = async (db: TenantSql, { actor, key, digest }: RepeatableRequest): Promise<KeptOutcome | undefined> => {
  const [row] = await db.execute<{ outcome: unknown; digest: string }>(sql`
    select outcome, request_digest as digest from idempotency_keys where actor_id = ${actor}::uuid and key = ${key}`);
  return row && { outcome: row.outcome, sameRequest: row.digest === digest };
};

/**
 * The insert that keeps an outcome, to be done in the transaction that created it. A second one under the same key breaks
 * `idempotency_keys_key`, and with it that transaction.
 */
export const keepingOutcome = ({ actor, key, digest }: RepeatableRequest, outcome: unknown, at: Date): SQL => sql`
  insert into idempotency_keys (actor_id, key, request_digest, outcome, created_at)
  values (${actor}::uuid, ${key}, ${digest}, ${JSON.stringify(outcome)}::jsonb, ${at.toISOString()}::timestamptz)`;

/** Puts what was answered in the place of the outcome that was kept with the creation. */
export const settleOutcome = async (db: TenantSql, { actor, key }: RepeatableRequest, outcome: unknown): Promise<void> => {
  await db.execute(sql`update idempotency_keys set outcome = ${JSON.stringify(outcome)}::jsonb where actor_id = ${actor}::uuid and key = ${key}`);
};

/** Whether a fault means that somebody else has just created something under the same key. */
export const isKeyTaken = (error: unknown): boolean => {
  const { constraint_name: constraint, cause } = (error ?? {}) as { constraint_name?: string; cause?: unknown };
  return constraint === 'idempotency_keys_key' || (cause !== undefined && isKeyTaken(cause));
};
