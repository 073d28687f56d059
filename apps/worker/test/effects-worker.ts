// A worker in a process of its own, to be killed by a test. Its handlers count what they do.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Handlers } from '../src/handlers/handler.ts';
import { runAsChild } from '../src/run-as-child.ts';
import { longSteps } from './long-steps.ts';

const handlers: Handlers = {
  // Writes its effect in the transaction that marks the row as done.
  'test.effect': {
    attempts: 100,
    parallel: 4,
    perTenant: 4,
    run: async ({ db, key, complete }) => {
      await sleep(Math.random() * 10);
      await db.transaction(async (tx) => {
        await tx.execute(sql`insert into effects (key) values (${key})`);
        await sleep(Math.random() * 10);
        await complete(tx);
      });
    },
  },
  // A long job in steps, each kept: what was done before the kill is not done again.
  'test.long': {
    attempts: 100,
    run: async ({ db, key, signal, complete }) => {
      for (;;) {
        const [row] = await db.execute<{ done: number }>(sql`insert into progress (key, done) values (${key}, 1) on conflict (key) do update set done = progress.done + 1 returning done`);
        if (row?.done === longSteps || signal.aborted) break;
        await sleep(50);
      }
      if (!signal.aborted) await db.transaction((tx) => complete(tx));
    },
  },
};

runAsChild(() => handlers);
