import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidV7, verifyChain } from '@saubac/db/audit';
import type { TenantHandle } from '@saubac/db/tenancy';
import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, type UserId } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { cancelBulk, getBulk, startBulk } from '@saubac/services/inbox';
import { createDraft, submitDraft } from '@saubac/services/plans';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { workerSettings } from './test-worker.ts';

vi.setConfig({ testTimeout: 180_000 });

const many = 15;
let cluster: TestCluster;
let alpha: TenantHandle;
let folder: string;
let child: ChildProcess | undefined;

/** The operator, who may take every move and is somebody else than the officer. */
const operator = (): Ctx => testCtx({ db: alpha.db, tenant: { id: alpha.tenant.id, slug: 'alpha' } });
const officer = (): Ctx => ({ ...testCtx({ db: alpha.db, tenant: { id: alpha.tenant.id, slug: 'alpha' }, actor: { id: uuidV7() as UserId, label: 'An' }, access: { kind: 'granted', held: [{ role: 'home-affairs-officer', scope: everything }] } }) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bulk-moves-'));
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
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

const handedIn = async (count: number): Promise<{ case: string; version: number }[]> => {
  for (let i = 0; i < count; i += 1) {
    const ctx = officer();
    const draft = await createDraft(ctx, { document: { ...examplePlan, id: `plan-${uuidV7()}` } });
    if (!draft.ok) throw new Error(draft.failure.kind);
    expect(await submitDraft(ctx, { id: draft.value.id, version: 1, from: isoDate('2022-03-01') })).toMatchObject({ ok: true });
  }
  return [...(await alpha.db.execute<{ case: string; version: number }>(sql`select id as case, version from cases where state = 'waiting-check' order by id`))];
};

const begun = async (cases: readonly { case: string; version: number }[]): Promise<string> => {
  const started = await startBulk(operator(), { move: 'check', cases });
  if (!started.ok) throw new Error(started.failure.kind);
  return started.value.id;
};

const outcomes = async (id: string) => {
  const bulk = await getBulk(operator(), id);
  if (!bulk.ok) throw new Error(bulk.failure.kind);
  return bulk.value;
};

it('a bulk move survives a worker that is killed at any moment: each case moved once, each result kept', async () => {
  const cases = await handedIn(many);
  expect(cases).toHaveLength(many);
  const stale = cases.map((it, at) => (at === 3 ? { ...it, version: it.version + 1 } : it));
  const id = await begun(stale);
  for (let round = 0; round < 3 && (await outcomes(id)).state === 'queued'; round += 1) {
    const worker = await start();
    await sleep(Math.random() * 300);
    await kill(worker);
  }
  const last = await start();
  await expect.poll(async () => (await outcomes(id)).state, { timeout: 60_000 }).toBe('done');
  await kill(last);
  const { items } = await outcomes(id);
  expect(items.map((it) => it.to?.state ?? it.refused?.kind)).toEqual(items.map((_, at) => (at === 3 ? 'changed-meanwhile' : 'checked')));
  const moves = [...(await alpha.db.execute(sql`select count(*)::int as count from case_moves where move = 'check' group by case_id`))];
  expect(moves).toEqual(Array.from({ length: many - 1 }, () => ({ count: 1 })));
  const acts = [...(await alpha.db.execute(sql`select count(*)::int as count from audit_entries e join audit_payloads p on p.entry_id = e.id where e.act = 'case.moved' and p.after ->> 'move' = 'check' group by e.subject_id`))];
  expect(acts).toEqual(moves);
  // Whom a move concerns is asked for once for each move, in its transaction.
  expect([...(await alpha.db.execute(sql`select count(*)::int as count from outbox where kind = 'case.moved'`))]).toEqual([{ count: many + many - 1 }]);
  expect((await verifyChain(alpha.db)).faults).toEqual([]);
});

it('a bulk move that is stopped moves nothing more, and is nobody else’s to see', async () => {
  const [one] = await handedIn(1);
  const id = await begun(one ? [one] : []);
  expect(await getBulk(officer(), id)).toEqual({ ok: false, failure: { kind: 'unknown-case-bulk' } });
  expect(await cancelBulk(officer(), id)).toEqual({ ok: false, failure: { kind: 'unknown-case-bulk' } });
  expect(await cancelBulk(operator(), id)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
  expect(await cancelBulk(operator(), id)).toEqual({ ok: false, failure: { kind: 'case-bulk-ended' } });
  const worker = await start();
  await expect.poll(async () => [...(await alpha.db.execute(sql`select state from outbox where kind = 'case.bulk' and payload ->> 'bulk' = ${id}`))], { timeout: 60_000 }).toEqual([{ state: 'done' }]);
  await kill(worker);
  expect((await outcomes(id)).items).toMatchObject([{ to: null, refused: null }]);
});
