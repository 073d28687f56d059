import { hintWorker, queue, reviveRows, type OutboxRow } from '@saubac/db/outbox';
import type { Tenant, TenantDb } from '@saubac/db/tenancy';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handlers, Job } from '../src/handlers/handler.ts';
import { startWorker, type Working } from '../src/start-worker.ts';
import { silent, workerSettings } from './test-worker.ts';

let cluster: TestCluster;
let alpha: { tenant: Tenant; db: TenantDb };
let beta: { tenant: Tenant; db: TenantDb };
let worker: Working | undefined;
const givenUp: string[] = [];
const seen: { tenant: string; payload: unknown; attempt: number }[] = [];
const note = ({ tenant, payload, attempt }: Job): void => void seen.push({ tenant: tenant.slug, payload, attempt });

const handlers: Handlers = {
  'test.note': { run: async (job) => note(job) },
  'test.write': {
    run: async (job) => {
      await job.db.transaction(async (tx) => {
        await tx.execute(sql`insert into settings (key, value) values (${job.key}, '1'::jsonb)`);
        await job.complete(tx);
      });
    },
  },
  'test.fail-once': {
    run: async (job) => {
      note(job);
      if (job.attempt === 1) throw Object.assign(new Error('Nguyễn Văn A is not there'), { code: 'E_ONCE' });
    },
  },
  'test.fail': {
    attempts: 2,
    run: ({ attempt, lastAttempt, payload }) => {
      if (payload['mended']) return Promise.resolve();
      if (lastAttempt !== (attempt === 2)) return Promise.reject(new RangeError('attempts are counted wrongly'));
      return Promise.reject(Object.assign(new Error('Nguyễn Văn A is not there'), { code: 'E_ALWAYS' }));
    },
    givenUp: async (work) => void givenUp.push(work.key),
  },
  'test.hang': { attempts: 1, timeoutSeconds: 1, run: ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())) },
};

beforeAll(async () => {
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
  beta = await cluster.openTenant('beta');
  worker = await startWorker(workerSettings(cluster), () => handlers, silent);
});
afterAll(async () => {
  await worker?.stop();
  await cluster.close();
});

const ask = ({ db }: typeof alpha, kind: string, payload = {}): Promise<string> => db.transaction((tx) => queue(tx, { kind, payload }));

const rowOf = async ({ db }: typeof alpha, id: string) => {
  const [row] = await db.execute<OutboxRow & { failure: string | null }>(sql`select state, attempts, failure from outbox where id = ${id}`);
  return row;
};

describe('the outbox of a tenant', () => {
  it('is worked off as soon as the transaction that asks commits, in the tenant that asked', async () => {
    const one = await ask(alpha, 'test.note', { file: 'a' });
    const two = await ask(beta, 'test.note', { file: 'b' });
    await expect.poll(() => rowOf(alpha, one)).toMatchObject({ state: 'done', attempts: 1 });
    await expect.poll(() => rowOf(beta, two)).toMatchObject({ state: 'done', attempts: 1 });
    expect(seen.splice(0)).toEqual(expect.arrayContaining([{ tenant: 'alpha', payload: { file: 'a' }, attempt: 1 }, { tenant: 'beta', payload: { file: 'b' }, attempt: 1 }]));
  });

  it('asks for nothing when its transaction is rolled back', async () => {
    const asked = alpha.db.transaction(async (tx) => {
      await queue(tx, { kind: 'test.note', payload: {} });
      throw new Error('no');
    });
    await expect(asked).rejects.toThrow('no');
    const [row] = await alpha.db.execute<{ open: number }>(sql`select count(*)::int as open from outbox where state <> 'done'`);
    expect(row?.open).toBe(0);
  });

  it('marks work as done in the transaction that writes its effect', async () => {
    const id = await ask(alpha, 'test.write');
    await expect.poll(() => rowOf(alpha, id)).toMatchObject({ state: 'done' });
    expect(await alpha.db.execute(sql`select 1 from settings where key = ${id}`)).toHaveLength(1);
  });

  it('attempts again what failed, and tells why by a code only', async () => {
    const id = await ask(alpha, 'test.fail-once');
    await expect.poll(() => rowOf(alpha, id), { timeout: 60_000 }).toMatchObject({ state: 'done', attempts: 2, failure: null });
    expect(seen.splice(0).map((it) => it.attempt)).toEqual([1, 2]);
  });

  it('keeps what failed at every attempt as a dead letter without anybody’s data, until it is asked for anew', async () => {
    const id = await ask(alpha, 'test.fail');
    await expect.poll(() => rowOf(alpha, id), { timeout: 60_000 }).toMatchObject({ state: 'dead', attempts: 2, failure: 'E_ALWAYS' });
    expect(givenUp).toEqual([id]);
    const [{ quoted } = { quoted: -1 }] = await cluster.superuser()<{ quoted: number }[]>`select count(*)::int as quoted from jobs.job where output::text like '%Nguyễn%' or data::text like '%Nguyễn%'`;
    expect(quoted).toBe(0);

    await alpha.db.execute(sql`update outbox set payload = '{"mended": true}' where id = ${id}`);
    expect(await reviveRows(cluster.provisioner, beta.tenant, id)).toBe(0);
    expect(await reviveRows(cluster.provisioner, alpha.tenant, id)).toBe(1);
    await hintWorker(cluster.registry, alpha.tenant);
    await expect.poll(() => rowOf(alpha, id), { timeout: 60_000 }).toMatchObject({ state: 'done', attempts: 1, failure: null });
  });

  it('aborts an attempt that takes too long', async () => {
    const id = await ask(alpha, 'test.hang');
    await expect.poll(() => rowOf(alpha, id), { timeout: 60_000 }).toMatchObject({ state: 'dead', failure: 'aborted' });
  });

  it('leaves alone a kind that nobody knows', async () => {
    const id = await ask(alpha, 'test.unknown');
    const known = await ask(alpha, 'test.note');
    await expect.poll(() => rowOf(alpha, known)).toMatchObject({ state: 'done' });
    expect(await rowOf(alpha, id)).toMatchObject({ state: 'waiting' });
    seen.splice(0);
  });

  it('is not touched by a job that names another tenant, nor by hints that name none', async () => {
    const [row] = await alpha.db.execute<{ id: string }>(sql`insert into outbox (kind, payload, state, taken_at) values ('test.note', '{}', 'taken', now()) returning id`);
    const id = row?.id ?? '';
    const forge = (tenant: string) => cluster.registry`insert into jobs.job (name, data, retry_limit) values ('outbox.test.note', ${cluster.registry.json({ tenant, row: id })}, 0) returning id`;
    const forged = [...(await forge(beta.tenant.id)), ...(await forge(alpha.tenant.schemaName))].map((row) => String(row['id']));
    for (const schemaName of ['', 'x', `'; drop table outbox; --`, beta.tenant.schemaName]) await hintWorker(cluster.registry, { schemaName });
    const states = () => cluster.superuser()`select distinct state::text from jobs.job where id::text in ${cluster.registry(forged)}`;
    await expect.poll(states, { timeout: 60_000 }).toEqual([{ state: 'completed' }]);
    expect(await rowOf(alpha, id)).toMatchObject({ state: 'taken', attempts: 0 });
    expect(seen).toEqual([]);
  });
});
