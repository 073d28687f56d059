import { sql } from 'drizzle-orm';
import type postgres from 'postgres';

import { rawClient } from './raw-client.ts';
import type { TenantDb, TenantTx } from './tenant-db.ts';

/** A long read is given so much time by the server, and stopped at once when `signal` says that nobody waits for it any more. */
export type ReadLimits = { timeoutMs: number; signal?: AbortSignal | undefined };

/** The end of a rehearsal: it carries the answer out of a transaction that is undone. */
class Undone extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('undone');
    this.outcome = outcome;
  }
}

/** Does something in a transaction, or a part of one, that is undone whatever happens, and answers with what it said. */
export const rehearse = async <T>(db: Pick<TenantDb, 'transaction'>, work: (tx: TenantTx) => Promise<T>): Promise<T> => {
  try {
    return await db.transaction(async (tx): Promise<T> => {
      throw new Undone(await work(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome as T;
    throw error;
  }
};

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

/** Ends a transaction's statements with a signal: the one that runs is stopped, and none begins after it, whoever still holds the transaction. */
export const endWith = (signal: AbortSignal, tx: TenantTx): void => void stopOn(signal, rawClient(tx));

const limited = (timeoutMs: number, access: 'read only' | 'read write') => sql.raw(`set transaction isolation level repeatable read, ${access}; set local statement_timeout = ${Math.trunc(timeoutMs)}`);

/** A transaction under limits; `ReadTimedOut`, or the signal's reason, when it comes to its end before the work does. */
const within = async <T>({ timeoutMs, signal }: ReadLimits, access: 'read only' | 'read write', transaction: (begun: (tx: TenantTx, work: () => Promise<T>) => Promise<T>) => Promise<T>): Promise<T> => {
  signal?.throwIfAborted();
  try {
    return await transaction(async (tx, work) => {
      await tx.execute(limited(timeoutMs, access));
      const done = signal && stopOn(signal, rawClient(tx));
      try {
        return await work();
      } finally {
        done?.();
      }
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw wasStopped(error) ? new ReadTimedOut(timeoutMs, error) : error;
  }
};

/**
 * Reads that may take long, on a connection of their own and in one snapshot: nothing is sent behind them that would have to wait, or be
 * stopped in their stead. The limits are set in one message, and fall with the transaction. Throws `ReadTimedOut`, or the signal's reason.
 */
export const readWithin = <T>(db: TenantDb, limits: ReadLimits, work: (db: TenantDb) => Promise<T>): Promise<T> =>
  within<T>(limits, 'read only', (begun) => db.transaction((tx) => begun(tx, () => work(tx))));

/**
 * A long read, as `readWithin`, that may try out in tables of its own what would become of the tenant. Nothing of it is kept, and nobody
 * waits for it: it takes no lock on what it has not made itself.
 */
export const rehearseWithin = <T>(db: TenantDb, limits: ReadLimits, work: (tx: TenantTx) => Promise<T>): Promise<T> =>
  within<T>(limits, 'read write', (begun) => rehearse(db, (tx) => begun(tx, () => work(tx))));
