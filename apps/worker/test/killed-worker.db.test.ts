import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hintWorker, queue } from '@saubac/db/outbox';
import type { TenantHandle } from '@saubac/db/tenancy';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { longSteps } from './long-steps.ts';
import { workerSettings } from './test-worker.ts';

vi.setConfig({ testTimeout: 90_000 });

let cluster: TestCluster;
let tenants: TenantHandle[];
let child: ChildProcess | undefined;

beforeAll(async () => {
  cluster = await cloneDatabase();
  tenants = [await cluster.openTenant('alpha'), await cluster.openTenant('beta')];
  const superuser = cluster.superuser();
  for (const { tenant } of tenants) {
    // No unique key: an effect that is there twice is to be seen.
    await superuser.unsafe(`create table ${tenant.schemaName}.effects (id uuid primary key default uuidv7(), key uuid not null)`);
    await superuser.unsafe(`create table ${tenant.schemaName}.progress (key uuid primary key, done int not null)`);
    await superuser.unsafe(`grant select, insert, update, delete on ${tenant.schemaName}.effects, ${tenant.schemaName}.progress to ${tenant.roleName}`);
  }
});
afterEach(() => child && kill(child));
afterAll(() => cluster.close());

const start = async (): Promise<ChildProcess> => {
  const started = fork(join(import.meta.dirname, 'effects-worker.ts'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, LOG_LEVEL: 'silent' } });
  child = started;
  started.send(workerSettings(cluster, { sweepEveryMs: 500 }));
  const [report] = (await once(started, 'message')) as [unknown];
  expect(report).toEqual({ working: true });
  return started;
};

const kill = async (it: ChildProcess): Promise<void> => {
  it.kill('SIGKILL');
  if (it.exitCode === null && it.signalCode === null) await once(it, 'exit');
};

const ask = async ({ db }: TenantHandle, kind: string, count: number): Promise<void> => {
  await db.transaction(async (tx) => {
    for (let i = 0; i < count; i += 1) await queue(tx, { kind, payload: {} });
  });
};

type Standing = { asked: number; open: number; effects: number; once: number };
const standing = async ({ db }: TenantHandle): Promise<Standing | undefined> => {
  const [row] = await db.execute<Standing>(sql`
    select (select count(*) from outbox where kind = 'test.effect')::int as asked, (select count(*) from outbox where kind = 'test.effect' and state <> 'done')::int as open,
           (select count(*) from effects)::int as effects, (select count(distinct e.key) from effects e join outbox o on o.id = e.key and o.state = 'done')::int as once`);
  return row;
};

describe('a worker that is killed', () => {
  it('at any moment, again and again, has done everything once in the end', async () => {
    const perTenant = 40;
    for (const tenant of tenants) await ask(tenant, 'test.effect', perTenant);
    for (let kills = 0; kills < 4; kills += 1) {
      const worker = await start();
      await sleep(Math.random() * 400);
      await kill(worker);
    }
    await start();
    for (const tenant of tenants) {
      await expect.poll(() => standing(tenant), { timeout: 60_000 }).toEqual({ asked: perTenant, open: 0, effects: perTenant, once: perTenant });
    }
  });

  it('gives a long job to the next worker within seconds, which goes on where it stood', async () => {
    const [alpha] = tenants as [TenantHandle];
    const worker = await start();
    await ask(alpha, 'test.long', 1);
    const done = async (): Promise<number> => (await alpha.db.execute<{ done: number }>(sql`select done from progress`))[0]?.done ?? 0;
    await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(3);
    await kill(worker);
    const before = await done();
    await start();
    await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(before);
    const state = async () => (await alpha.db.execute(sql`select state from outbox where kind = 'test.long'`))[0];
    await expect.poll(state, { timeout: 60_000 }).toEqual({ state: 'done' });
    expect(await done()).toBe(longSteps);
  });
});

describe('a worker that is told to stop', () => {
  it('gives back a long job and ends, and the next worker goes on with it', async () => {
    const [alpha] = tenants as [TenantHandle];
    await alpha.db.execute(sql`delete from progress`);
    const worker = await start();
    await ask(alpha, 'test.long', 1);
    const done = async (): Promise<number> => (await alpha.db.execute<{ done: number }>(sql`select done from progress`))[0]?.done ?? 0;
    await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(1);
    worker.kill('SIGTERM');
    expect(await once(worker, 'exit')).toEqual([0, null]);
    await start();
    await expect.poll(async () => (await alpha.db.execute(sql`select count(*)::int as open from outbox where state <> 'done'`))[0], { timeout: 60_000 }).toEqual({ open: 0 });
    expect(await done()).toBe(longSteps);
  });
});

describe('a process that asks for work', () => {
  it('may be killed after its commit, and its hint may be lost: the sweep finds the work', async () => {
    const [alpha] = tenants as [TenantHandle];
    await start();
    const before = await standing(alpha);
    // As `queue` writes them, without its hint.
    await alpha.db.execute(sql`insert into outbox (kind, payload) select 'test.effect', '{}' from generate_series(1, 3)`);
    await expect.poll(() => standing(alpha), { timeout: 60_000 }).toMatchObject({ asked: (before?.asked ?? 0) + 3, open: 0, effects: (before?.effects ?? 0) + 3 });
  });

  it('may hint while no worker is there, and hint too often', async () => {
    const [alpha] = tenants as [TenantHandle];
    const before = await standing(alpha);
    await ask(alpha, 'test.effect', 3);
    await hintWorker(cluster.registry, alpha.tenant);
    await start();
    for (let i = 0; i < 20; i += 1) await hintWorker(cluster.registry, alpha.tenant);
    await expect.poll(() => standing(alpha), { timeout: 60_000 }).toMatchObject({ open: 0, effects: (before?.effects ?? 0) + 3 });
  });
});
