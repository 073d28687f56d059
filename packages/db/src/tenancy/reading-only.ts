import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { ReadLimits } from './read-within.ts';
import type { TenantDb } from './tenant-db.ts';

type Shape = (query: postgres.PendingQuery<postgres.Row[]>) => PromiseLike<unknown>;

/**
 * The same database for somebody who only reads: each statement runs in a read-only transaction of its own under a timeout, and none begins
 * once the signal says that nobody waits any more. What would write is refused by the server.
 */
export const readingOnly = (db: TenantDb, { timeoutMs, signal }: ReadLimits): TenantDb => {
  const client = (db as unknown as { $client: postgres.Sql }).$client;
  const run = (given: Parameters<postgres.Sql['unsafe']>, shape: Shape): Promise<unknown> => {
    signal?.throwIfAborted();
    return client.begin('read only', async (tx) => {
      await tx.unsafe(`set local statement_timeout = ${Math.trunc(timeoutMs)}`);
      return shape(tx.unsafe(...given));
    });
  };
  // As much of the driver as drizzle uses for a statement: a promise of its rows, or of their values as arrays if it says so at once.
  const unsafe = (...given: Parameters<postgres.Sql['unsafe']>) => {
    let shape: Shape = (query) => query;
    const rows = Promise.resolve().then(() => run(given, shape));
    const values = (): Promise<unknown> => {
      shape = (query) => query.values();
      return rows;
    };
    return Object.assign(rows, { values });
  };
  return drizzle({ options: client.options, unsafe } as unknown as postgres.Sql);
};
