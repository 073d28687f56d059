import { hintWorker, queue } from '@saubac/db/outbox';
import { archiveTenant, unarchiveTenant } from '@saubac/db/tenancy';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handlers } from '../src/handlers/handler.ts';
import { startWorker, type Working } from '../src/start-worker.ts';
import { silent, workerSettings } from './test-worker.ts';

let cluster: TestCluster;
let worker: Working | undefined;
let runs = 0;
let mayEnd = (): void => undefined;

const handlers: Handlers = {
  'test.note': { run: () => Promise.resolve(void (runs += 1)) },
  'test.slow': {
    attempts: 3,
    run: async (job) => {
      runs += 1;
      await new Promise<void>((resolve) => (mayEnd = resolve));
      await job.db.transaction(async (tx) => {
        await tx.execute(sql`insert into settings (key, value) values ('slow', '1'::jsonb)`);
        await job.complete(tx);
      });
    },
  },
};

const by = () => ({ actor: { id: null, label: 'operator' }, now: new Date() });
const ask = (kind: string): Promise<string> => cluster.withTenant('alpha', ({ db }) => db.transaction((tx) => queue(tx, { kind, payload: {} })));
const stateOf = async (id: string): Promise<unknown> => (await cluster.withTenant('alpha', ({ db }) => db.execute<{ state: string }>(sql`select state from outbox where id = ${id}`)))[0]?.state;

beforeAll(async () => {
  cluster = await cloneDatabase();
  worker = await startWorker(workerSettings(cluster), () => handlers, silent);
});
afterAll(async () => {
  await worker?.stop();
  await cluster.close();
});

describe('the work of a tenant that is archived', () => {
  it('writes nothing any more though it was under way, and goes on when the tenant is taken out', async () => {
    const slow = await ask('test.slow');
    await expect.poll(() => runs, { timeout: 20_000 }).toBe(1);
    expect(await archiveTenant(cluster.provisioner, 'alpha', by())).toMatchObject({ ok: true });
    mayEnd();
    const tenant = (await cluster.findTenant('alpha'))!;
    await hintWorker(cluster.registry, tenant);
    // An attempt of before may be on its way to the queue; none begins anew.
    await expect.poll(async () => [...(await cluster.superuser()`select 1 from jobs.job where name like 'outbox.%' and state = 'active'`)], { timeout: 20_000 }).toEqual([]);
    expect(await cluster.withTenant('alpha', ({ db }) => db.execute(sql`select 1 from settings where key = 'slow'`))).toEqual([]);
    expect(await stateOf(slow)).toBe('taken');
    expect(await unarchiveTenant(cluster.provisioner, 'alpha', by())).toMatchObject({ ok: true });
    await hintWorker(cluster.registry, tenant);
    await expect.poll(() => runs, { timeout: 40_000 }).toBeGreaterThan(1);
    await expect
      .poll(
        async () => {
          mayEnd();
          return stateOf(slow);
        },
        { timeout: 40_000 },
      )
      .toBe('done');
  });
});
