import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidV7, verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { createPluginHost, enablePlugin, loadPlugins, tenantRegistry } from '@saubac/plugin-host';
import { openCase } from '@saubac/services/cases';
import { caseKinds, coreWorkflows } from '@saubac/services/inbox';
import { testCtx } from '@saubac/testing/context';
import { storeHolders } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Seen = { id: string; version: number };
type Item = { to: { state: string } | null; refused: { code: string } | null };
type Bulk = { state: string; moved: number; refused: number; items: Item[] };

const plans = 8;
const swaps = 6;
const children = new Set<ChildProcess>();
let api: TestApi;
let db: TenantDb;
let folder: string;
let officer: TestUser;
let head: TestUser;
let cases: { plans: Seen[]; swaps: Seen[] };

const kill = async (it: ChildProcess): Promise<void> => {
  children.delete(it);
  it.kill('SIGKILL');
  if (it.exitCode === null && it.signalCode === null) await once(it, 'exit');
};

const started = async (main: string, settings: object): Promise<{ child: ChildProcess; report: { listening?: number } }> => {
  const child = fork(join(import.meta.dirname, main), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, LOG_LEVEL: 'silent' } });
  children.add(child);
  child.send(settings);
  const [report] = (await once(child, 'message')) as [{ listening?: number; fault?: string }];
  expect(report).not.toHaveProperty('fault');
  return { child, report };
};

const startApi = async () => {
  const { server, serving: { login, key } } = api.cluster;
  const { child, report } = await started('../src/main.ts', { port: 0, host: '127.0.0.1', version: '1', server, login, key: { name: key.name, base64: Buffer.from(key.bytes).toString('base64') }, filesFolder: join(folder, 'files') });
  const post = (move: string, of: readonly Seen[], idempotencyKey: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${report.listening}/api/t/alpha/case-moves`, {
      method: 'POST', headers: { authorization: `Bearer ${head.token}`, 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify({ move, cases: of.map(({ id, version }) => ({ case: id, version })) }),
    });
  return { child, post };
};

const startWorker = async (): Promise<ChildProcess> => {
  const { server, roles } = api.cluster;
  return (await started('../../worker/src/main.ts', { server, roles, secrets: inject('testServer').secrets, dataDir: folder, publicUrl: 'https://example.test', mail: { folder: join(folder, 'mail') }, sweepEveryMs: 300 })).child;
};

const count = async (query: ReturnType<typeof sql>): Promise<number> => Number((await db.execute<{ count: number }>(query))[0]?.count);
const bulkOf = async (id: string): Promise<Bulk> => (await (await api.ask(`/api/t/alpha/case-moves/${id}`, { as: head })).json()) as Bulk;

const handedIn = async (): Promise<Seen[]> => {
  for (let i = 0; i < plans; i += 1) {
    const made = await api.ask('/api/t/alpha/plan-drafts', { as: officer, method: 'POST', body: { from: 'file', document: { ...examplePlan, id: `plan-${uuidV7()}` } } });
    const { id } = (await made.json()) as { id: string };
    expect((await api.ask(`/api/t/alpha/plan-drafts/${id}/submission`, { as: officer, method: 'POST', body: { from: '2021-01-15' }, headers: { 'if-match': '"1"' } })).status).toBe(200);
  }
  return [...(await db.execute<Seen>(sql`select id, version from cases where workflow = 'plan-version' order by id`))];
};

/** Requests of the example plugin, whose approval is told to a desk by its handler. */
const askedFor = async (loaded: Awaited<ReturnType<typeof loadPlugins>>): Promise<Seen[]> => {
  const { tenant } = await api.cluster.openTenant('alpha');
  const { people } = await storeHolders(db, swaps);
  const base = testCtx({ db });
  const ctx = { ...testCtx({ db, tenant: { id: tenant.id, slug: 'alpha' }, actor: { id: officer.id, label: 'An' }, registry: await tenantRegistry(db, loaded, base.today) }), calendar: { off: new Set<never>(), worked: new Set<never>() } };
  const kind = caseKinds(ctx).find((it) => it.workflow.id === 'example-swap');
  if (!kind) throw new Error('No such kind');
  const rows = await db.execute<{ id: string }>(sql`
    with pairs as (select uuidv7() as duty, a.p as replaced, b.p as replacement from unnest(${`{${people.A.join(',')}}`}::uuid[]) with ordinality a (p, n) join unnest(${`{${people.B.join(',')}}`}::uuid[]) with ordinality b (p, n) using (n)),
    duties as (insert into p_example_front_desk_duties (id, person_id, place, valid_from) select duty, replaced, 'Gate', '2020-01-01' from pairs)
    select duty as id, replacement from pairs`);
  for (const row of rows as unknown as { id: string; replacement: string }[]) {
    const [swap] = await db.execute<{ id: string }>(sql`insert into p_example_duty_swaps (duty_id, person_id, from_day, why, asked_on) values (${row.id}::uuid, ${row.replacement}::uuid, '2030-01-01', 'x', '2026-01-01') returning id`);
    await ctx.write(async (tx, record) => {
      const opened = await openCase(ctx, tx, kind, { subject: swap?.id ?? '', unit: null });
      await record({ act: 'case.opened', subject: { kind: 'case', id: opened.ok ? opened.value : '' } });
      return opened;
    });
  }
  return [...(await db.execute<Seen>(sql`select id, version from cases where workflow = 'example-swap' order by id`))];
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-bulk-'));
  const loaded = (await loadPlugins(join(import.meta.dirname, '../../../plugins'), { coreWorkflows })).filter((it) => it.id === 'example');
  api = await openApi({}, {}, createPluginHost(loaded));
  db = await api.db('alpha');
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  // Before the plugin adds conditions of its own.
  const handed = await handedIn();
  expect(await enablePlugin(api.cluster, loaded, { slug: 'alpha', plugin: 'example' }, { write: { actor: { id: null, label: 'test' }, now: new Date() }, today: isoDate('2026-01-01') })).toMatchObject({ ok: true });
  cases = { plans: handed, swaps: await askedFor(loaded) };
});
afterAll(async () => {
  for (const child of children) await kill(child);
  await api.close();
  await rm(folder, { recursive: true });
});

let bulks: string[];

describe('a bulk move', () => {
  it('that was asked for of a server that is killed, before it was kept or before that was answered, is there once when it is asked for again under its key', async () => {
    const key = uuidV7();
    const stale = cases.plans.map((it, at) => (at === 3 ? { ...it, version: it.version + 1 } : it));
    const lost = (asked: Promise<Response>): Promise<unknown> => asked.catch(() => undefined);
    const first = await startApi();
    await api.cluster.superuser().begin(async (tx) => {
      const { tenant } = await api.cluster.openTenant('alpha');
      await tx.unsafe(`lock table ${tenant.schemaName}.case_bulks in access exclusive mode`);
      const asked = lost(first.post('check', stale, key));
      await vi.waitFor(async () => expect(await count(sql`select count(*) from pg_locks where not granted and relation = to_regclass('case_bulks')`)).toBe(1), { timeout: 30_000, interval: 20 });
      await kill(first.child);
      await asked;
    });
    expect(await count(sql`select count(*) from case_bulks`)).toBe(0);
    const second = await startApi();
    const asked = lost(second.post('check', stale, key));
    await vi.waitFor(async () => expect(await count(sql`select count(*) from case_bulks`)).toBe(1), { timeout: 30_000, interval: 1 });
    await kill(second.child);
    await asked;
    const third = await startApi();
    const answers = [await third.post('check', stale, key), await third.post('approve', cases.swaps, uuidV7())];
    expect(answers.map((it) => it.status)).toEqual([202, 202]);
    bulks = await Promise.all(answers.map(async (it) => ((await it.json()) as { id: string }).id));
    await kill(third.child);
    expect([await count(sql`select count(*) from case_bulks`), await count(sql`select count(*) from outbox where kind = 'case.bulk'`), await count(sql`select count(*) from audit_entries where act = 'case-bulk.started'`)]).toEqual([2, 2, 2]);
  });

  it('and all that follows from it survive workers that are killed in the middle: each case is moved once, each thing told once, nothing is lost', async () => {
    const total = plans + swaps;
    const outcomes = () => count(sql`select count(*) from case_bulk_items where outcome is not null`);
    const told = () => count(sql`select count(*) from outbox where state = 'done' and kind <> 'case.bulk'`);
    for (const [reached, least] of [[outcomes, 3], [told, 4]] as const) {
      const worker = await startWorker();
      await vi.waitFor(async () => expect(await reached()).toBeGreaterThanOrEqual(least), { timeout: 60_000, interval: 5 });
      await kill(worker);
    }
    await startWorker();
    await expect.poll(async () => [await count(sql`select count(*) from case_bulks where state = 'done'`), await count(sql`select count(*) from outbox where state <> 'done'`)], { timeout: 60_000 }).toEqual([2, 0]);
    const [checked, approved] = await Promise.all(bulks.map(bulkOf));
    expect(checked?.items.map((it) => it.to?.state ?? it.refused?.code)).toEqual(cases.plans.map((_, at) => (at === 3 ? 'changed-meanwhile' : 'checked')));
    expect(approved?.items.map((it) => it.to?.state)).toEqual(cases.swaps.map(() => 'approved'));
    const moved = total - 1;
    const once = Array.from({ length: moved }, () => ({ count: 1 }));
    expect([...(await db.execute(sql`select count(*)::int as count from case_moves where move in ('check', 'approve') group by case_id`))]).toEqual(once);
    expect([...(await db.execute(sql`select count(*)::int as count from audit_entries e join audit_payloads p on p.entry_id = e.id where e.act = 'case.moved' and p.after ->> 'move' in ('check', 'approve') group by e.subject_id`))]).toEqual(once);
    expect((await verifyChain(db)).faults).toEqual([]);
    // The handler of the plugin, the notices, and the mails of what was decided.
    expect(await count(sql`select count(*) from p_example_desk_notes where kind = 'swapped'`)).toBe(swaps);
    expect([...(await db.execute(sql`select count(*)::int as count from notices where kind = 'moved' and user_id = ${officer.id}::uuid group by case_id`))]).toEqual(once);
    const sent = () => api.cluster.superuser()<{ key: string }[]>`select key::text as key from platform.sent_mails where template = 'case-decided'`;
    await expect.poll(async () => (await sent()).length, { timeout: 60_000 }).toBe(moved);
    expect((await readdir(join(folder, 'mail'))).toSorted()).toEqual((await sent()).map(({ key }) => `${key}.eml`).toSorted());
    expect(await api.cluster.superuser()`select data ->> 'key' as key from jobs.job where data ->> 'template' = 'case-decided' group by 1 having count(*) > 1`).toHaveLength(0);
  });
});
