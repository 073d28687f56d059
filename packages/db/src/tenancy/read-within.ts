import { sql } from 'drizzle-orm';
import type postgres from 'postgres';

import { rawClient } from './raw-client.ts';
import type { TenantDb } from './tenant-db.ts';

/** A long read is given so much time by the server, and stopped at once when `signal` says that nobody waits for it any more. */
export type ReadLimits = { timeoutMs: number; signal?: AbortSignal | undefined };

/** A read was stopped by the server after its time. */
export class ReadTimedOut extends Error {
  readonly timeoutMs: number;
  constructor(timeoutMs: number, cause: unknown) {
    super(`A read was stopped after ${timeoutMs} ms`, { cause });
    this.name = 'ReadTimedOut';
    this.timeoutMs = timeoutMs;
  }
}

const queryCanceled = '57014';

const wasStopped = (error: unknown): boolean => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return code === queryCanceled || (cause !== undefined && wasStopped(cause));
};

type Cancellable = { canceller: ((query: unknown) => Promise<void>) | null };

/**
 * Asks the server to stop a query. The driver's own `cancel()` drops the promise of it, so that a server which can't be reached for this
 * would end the process; the query itself then fails by its lost connection or its time.
 */
const cancel = (query: unknown): void => {
  const { canceller } = query as Cancellable;
  canceller?.(query).catch(() => {});
};

/** Stops the query of a transaction that runs when the signal comes, and lets none begin after it. Answers with the way to stop listening. */
const stopOn = (signal: AbortSignal, client: postgres.TransactionSql): (() => void) => {
  const send = client.unsafe;
  let running: postgres.PendingQuery<postgres.Row[]> | undefined;
  // The handle belongs to this transaction alone, so nothing else is sent through it.
  client.unsafe = ((...given: Parameters<typeof send>) => {
    signal.throwIfAborted();
    running = send.apply(client, given);
    return running;
  }) as typeof send;
  const stop = (): void => {
    if (running) cancel(running);
  };
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    signal.removeEventListener('abort', stop);
    client.unsafe = send;
  };
};

const limited = (timeoutMs: number) => sql.raw(`set transaction isolation level repeatable read, read only; set local statement_timeout = ${Math.trunc(timeoutMs)}`);

/**
 * Reads that may take long, on a connection of their own and in one snapshot: nothing is sent behind them that would have to wait, or be
 * stopped in their stead. The limits are set in one message, and fall with the transaction. Throws `ReadTimedOut`, or the signal's reason.
 */
export const readWithin = async <T>(db: TenantDb, { timeoutMs, signal }: ReadLimits, work: (db: TenantDb) => Promise<T>): Promise<T> => {
  signal?.throwIfAborted();
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(limited(timeoutMs));
      const done = signal && stopOn(signal, rawClient(tx));
      try {
        return await work(tx);
      } finally {
        done?.();
      }
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw wasStopped(error) ? new ReadTimedOut(timeoutMs, error) : error;
  }
};
