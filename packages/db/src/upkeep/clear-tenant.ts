import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/tenant-db.ts';

const stageTables = ['stage_units', 'stage_posts', 'stage_people', 'stage_certificates'] as const;

/** How long spent things of a tenant are kept, in days. */
export type Keeping = {
  /** The outcome of a request that its sender may repeat. */
  idempotencyKeys: number;
  /** Outbox rows that are done; dead ones stay until somebody has looked. */
  outbox: number;
  /** Rows of an import that nobody carried on with. */
  staging: number;
};

/** What holds everywhere. */
export const usualKeeping: Keeping = { idempotencyKeys: 2, outbox: 30, staging: 14 };

/** How many rows were taken away. */
export type Cleared = { idempotencyKeys: number; outbox: number; staging: number };

const count = async (db: TenantSql, statement: ReturnType<typeof sql>): Promise<number> => (await db.execute<{ gone: number }>(sql`with gone as (${statement} returning 1) select count(*)::int as gone from gone`))[0]?.gone ?? 0;

const clearStaging = async (db: TenantSql, before: ReturnType<typeof sql>): Promise<number> => {
  let gone = 0;
  for (const table of stageTables) gone += await count(db, sql`delete from ${sql.raw(table)} where batch_id in (select id from roster_batches where created_at < ${before})`);
  await db.execute(sql`update roster_batches set state = 'cancelled' where state in ('staging', 'checked') and created_at < ${before}`);
  return gone;
};

/** Takes away what is spent in a tenant: answers kept for repeated requests, finished outbox rows, old rows of imports. */
export const clearTenant = async (db: TenantSql, now: Date, keep: Keeping = usualKeeping): Promise<Cleared> => {
  const before = (days: number) => sql`${new Date(now.getTime() - days * 86_400_000).toISOString()}::timestamptz`;
  return {
    idempotencyKeys: await count(db, sql`delete from idempotency_keys where created_at < ${before(keep.idempotencyKeys)}`),
    outbox: await count(db, sql`delete from outbox where state = 'done' and ended_at < ${before(keep.outbox)}`),
    staging: await clearStaging(db, before(keep.staging)),
  };
};
