import { setTimeout as pause } from 'node:timers/promises';
import type { TenantHandle, TenantSql } from '@saubac/db/tenancy';
import { type SQL, sql } from 'drizzle-orm';

const waiting = async (tx: TenantSql): Promise<number> => {
  // Within a transaction the server would go on giving what it saw first.
  await tx.execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = current_user and wait_event_type = 'Lock'`);
  return row?.count ?? 0;
};

/**
 * Lets some verbs run at once, each over a connection of its own, and stops all of them at the same place: `lock` is held until every one waits
 * for it. Gives what each came to; throws if one of them ends without waiting.
 */
export const raceFor = async <T>({ db }: Pick<TenantHandle, 'db'>, lock: SQL, ...racers: readonly (() => Promise<T>)[]): Promise<T[]> => {
  const { running } = await db.transaction(async (tx) => {
    await tx.execute(lock);
    let ended = 0;
    const begun = racers.map((race) => race().finally(() => (ended += 1)));
    const all = Promise.all(begun);
    all.catch(() => undefined);
    while ((await waiting(tx)) < racers.length) {
      if (ended > 0) throw new Error('One of them has ended without waiting for the lock');
      await pause(10);
    }
    // Within an object, or the transaction would wait for those who wait for it.
    return { running: all };
  });
  return running;
};
