import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anchorsOf, verifyChain } from '@saubac/db/audit';
import type { TenantHandle } from '@saubac/db/tenancy';
import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { approveClose, closeFigures, type CloseView, getClose, startClose } from '@saubac/services/closes';
import type { Ctx } from '@saubac/services/context';
import { applyPlan } from '@saubac/services/plans';
import { progress } from '@saubac/services/targets';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { storeWorld, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { workerSettings } from './test-worker.ts';

vi.setConfig({ testTimeout: 180_000 });

const half = { from: isoDate('2025-01-01'), to: isoDate('2025-06-30'), cutOff: isoDate('2025-06-30') };
let cluster: TestCluster;
let alpha: TenantHandle;
let folder: string;
let child: ChildProcess | undefined;

const ctx = (): Ctx => testCtx({ db: alpha.db, tenant: { id: alpha.tenant.id, slug: 'alpha' } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closes-'));
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
  await alpha.db.transaction((tx) => storeWorld(tx, fc.sample(worlds, { numRuns: 1, seed: 11 })[0]!));
  expect(await applyPlan(ctx(), { plan: { ...examplePlan, subjects: examplePlan.subjects.map((it) => ({ ...it, rule: { all: [] } })) }, from: isoDate('2021-01-15') })).toMatchObject({ ok: true });
});
afterEach(() => child && kill(child));
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const start = async (): Promise<ChildProcess> => {
  const started = fork(join(import.meta.dirname, '../src/main.ts'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, LOG_LEVEL: 'silent' } });
  child = started;
  started.send(workerSettings(cluster, { dataDir: folder, mail: { folder: join(folder, 'mail') }, sweepEveryMs: 500 }));
  const [report] = (await once(started, 'message')) as [unknown];
  expect(report).toEqual({ working: true });
  return started;
};

const kill = async (it: ChildProcess): Promise<void> => {
  it.kill('SIGKILL');
  if (it.exitCode === null && it.signalCode === null) await once(it, 'exit');
};

const stateOf = async (id: string): Promise<CloseView> => {
  const found = await getClose(ctx(), id);
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
};

/** Kills a worker at moments that nobody chose, and lets the last one finish. */
const reaches = async (id: string, state: CloseView['state']): Promise<CloseView> => {
  for (let round = 0; round < 3 && (await stateOf(id)).state !== state; round += 1) {
    const worker = await start();
    await sleep(Math.random() * 400);
    await kill(worker);
  }
  const last = await start();
  await expect.poll(async () => (await stateOf(id)).state, { timeout: 60_000 }).toBe(state);
  await kill(last);
  return stateOf(id);
};

it('a close survives a worker that is killed at any moment: frozen once, anchored, signed once', async () => {
  const started = await startClose(ctx(), half);
  if (!started.ok) throw new Error(started.failure.kind);
  const { id } = started.value;
  const { version } = await reaches(id, 'prepared');
  expect(await approveClose(ctx(), { close: id, version })).toMatchObject({ ok: true });
  const signed = await reaches(id, 'signed');
  expect(await anchorsOf(cluster.registry, alpha.tenant.id)).toContainEqual(signed.anchor);
  const acts = await alpha.db.execute(sql`select act from audit_entries where subject_id = ${id}::uuid order by position`);
  expect(acts).toEqual(['close.started', 'close.prepared', 'close.approved', 'close.signed'].map((act) => ({ act })));
  const figures = await closeFigures(ctx(), { close: id });
  expect(figures).toMatchObject({ ok: true, value: { targets: ((await progress(ctx(), { on: half.cutOff })) as { value: unknown }).value } });
  expect((await alpha.db.execute(sql`select 1 from close_plans where close_id = ${id}::uuid`)).length).toBe(1);
  expect((await verifyChain(alpha.db)).faults).toEqual([]);
});
