import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { insertAccount, openMembership } from '@saubac/db/accounts';
import { verifyChain } from '@saubac/db/audit';
import type { TenantHandle } from '@saubac/db/tenancy';
import { everything, isoDate, type UserId } from '@saubac/domain/values';
import { getExport, orderExport } from '@saubac/services/exports';
import { type FileStore, openFileStore } from '@saubac/services/files';
import { cancelImport, commitImport, editImportRows, getImport, recheckImport, startImport, undoImport } from '@saubac/services/imports';
import { writeRosterWorkbook } from '@saubac/services/roster';
import type { Ctx } from '@saubac/services/context';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { workerSettings } from './test-worker.ts';

vi.setConfig({ testTimeout: 180_000 });

const people = 800;
let cluster: TestCluster;
let alpha: TenantHandle;
let folder: string;
let files: FileStore;
let child: ChildProcess | undefined;
let user: UserId;

const ctx = (): Ctx =>
  testCtx({ db: alpha.db, tenant: { id: alpha.tenant.id, slug: 'alpha' }, actor: { id: user, label: 'Officer' }, access: { kind: 'granted', held: [{ role: 'home-affairs-officer', scope: everything }] } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'transfers-'));
  files = await openFileStore(join(folder, 'files'));
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
  const account = await insertAccount(cluster.registry, { email: 'officer@alpha.test', emailKey: 'officer@alpha.test', displayName: 'Officer', status: 'active', passwordHash: null, locale: 'vi', now: new Date() });
  user = account!.id;
  await openMembership(cluster.registry, user, alpha.tenant.id, new Date());
  await alpha.db.execute(sql`insert into grants (user_id, role, valid_from) values (${user}::uuid, 'home-affairs-officer', '2020-01-01')`);
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

const killedAfter = async (delays: readonly number[], isOver: () => Promise<boolean>): Promise<void> => {
  for (const delay of delays) {
    if (await isOver()) return;
    const worker = await start();
    await sleep(delay);
    await kill(worker);
  }
};

function* rows(prefix: string): Generator<Record<string, string>> {
  for (let i = 0; i < people; i += 1) yield { id_number: `${prefix}${String(i).padStart(8, '0')}`, full_name: `Nguyễn Văn ${i}`, unit_code: 'R', kind: 'Công chức', valid_from: '01/01/2020' };
}
const unit = { code: 'R', name: 'Tỉnh', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' };

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield await readFile(path);
}

const upload = async (prefix: string): Promise<string> => {
  const path = join(folder, `${prefix}.xlsx`);
  await writeRosterWorkbook(path, { units: [unit], people: rows(prefix) });
  const started = await startImport(ctx(), files, { upload: { content: bytesOf(path), name: 'r.xlsx' }, effectiveDate: isoDate('2026-01-01') });
  if (!started.ok) throw new Error(started.failure.kind);
  return started.value.id;
};

const importState = async (id: string) => {
  const found = await getImport(ctx(), id);
  return found.ok ? found.value : undefined;
};
const exportState = async (id: string) => {
  const found = await getExport(ctx(), id);
  return found.ok ? found.value : undefined;
};
const acts = async (act: string): Promise<number> => (await alpha.db.execute<{ n: number }>(sql`select count(*)::int as n from audit_entries where act = ${act}`))[0]!.n;
const peopleNow = async (): Promise<number> => (await alpha.db.execute<{ n: number }>(sql`select count(*)::int as n from people`))[0]!.n;
const delays = [200, 1_200];

const importPaths = async (kind: string): Promise<unknown> => alpha.db.execute(sql`select distinct state from outbox where kind = ${kind}`);

describe('a worker that is killed at any moment', () => {
  it('has checked and written an import once in the end', async () => {
    const id = await upload('0001');
    await killedAfter(delays, async () => (await importState(id))?.state === 'checked');
    await start();
    await expect.poll(async () => (await importState(id))?.state, { timeout: 60_000 }).toBe('checked');
    await kill(child!);
    const { version } = (await importState(id))!;
    expect(await commitImport(ctx(), { id, version })).toMatchObject({ ok: true });
    await killedAfter(delays, async () => (await importState(id))?.state === 'committed');
    await start();
    await expect.poll(async () => (await importState(id))?.state, { timeout: 60_000 }).toBe('committed');
    expect(await peopleNow()).toBe(people);
    expect(await acts('roster.imported')).toBe(1);
    await expect.poll(async () => alpha.db.execute(sql`select kind, state from outbox order by id`), { timeout: 30_000 }).toEqual([{ kind: 'import.check', state: 'done' }, { kind: 'import.commit', state: 'done' }]);
    expect((await verifyChain(alpha.db)).faults).toEqual([]);
  });

  it('has made the file of an export once in the end, told of it once, and left no second one', async () => {
    const ordered = await orderExport(ctx(), { order: { kind: 'roster', on: isoDate('2026-01-01'), sheet: 'people' }, format: 'xlsx', locale: 'vi' });
    if (!ordered.ok) throw new Error(ordered.failure.kind);
    await killedAfter([0, 200, 700], async () => (await exportState(ordered.value.id))?.state === 'ready');
    await start();
    await expect.poll(async () => (await exportState(ordered.value.id))?.state, { timeout: 60_000 }).toBe('ready');
    expect(await acts('roster.exported')).toBe(1);
    expect(await alpha.db.execute(sql`select count(*)::int as n from files where purpose = 'export'`)).toEqual([{ n: 1 }]);
    // A mail that is still being written has another name.
    const mails = async () => (await readdir(join(folder, 'mail')).catch(() => [])).filter((it) => it.endsWith('.eml'));
    await expect.poll(mails, { timeout: 30_000 }).toHaveLength(1);
    const [mail] = await mails();
    const text = await readFile(join(folder, 'mail', mail!), 'utf8');
    expect(text).toContain('officer@alpha.test');
    expect(text).not.toContain('Nguy');
  });

  it('has checked an import again with its corrections, and taken a written one back once, in the end', async () => {
    const before = await peopleNow();
    const id = await upload('0003');
    await start();
    await expect.poll(async () => (await importState(id))?.state, { timeout: 60_000 }).toBe('checked');
    await kill(child!);
    const edited = await editImportRows(ctx(), { id, version: (await importState(id))!.version, edits: [{ kind: 'leave-out', sheet: 'people', ref: 2 }] });
    if (!edited.ok) throw new Error(edited.failure.kind);
    expect(await recheckImport(ctx(), { id, version: edited.value.import.version })).toMatchObject({ ok: true });
    await killedAfter([0, 400, 900], async () => (await importState(id))?.state === 'checked');
    await start();
    await expect.poll(async () => (await importState(id))?.state, { timeout: 60_000 }).toBe('checked');
    expect(await commitImport(ctx(), { id, version: (await importState(id))!.version })).toMatchObject({ ok: true });
    await expect.poll(async () => (await importState(id))?.state, { timeout: 60_000 }).toBe('committed');
    await kill(child!);
    expect(await peopleNow()).toBe(before + people - 1);
    expect(await undoImport(ctx(), { id, version: (await importState(id))!.version, why: 'Nhầm tệp' })).toMatchObject({ ok: true, value: { state: 'undoing' } });
    await killedAfter([0, 300, 600, 900, 1_200], async () => (await importState(id))?.state === 'undone');
    await start();
    await expect.poll(async () => (await importState(id))?.state, { timeout: 60_000 }).toBe('undone');
    expect(await peopleNow()).toBe(before);
    expect(await acts('roster.undone')).toBe(1);
    await expect.poll(() => importPaths('import.undo'), { timeout: 30_000 }).toEqual([{ state: 'done' }]);
    expect((await verifyChain(alpha.db)).faults).toEqual([]);
    await kill(child!);
  });

  it('leaves an import given up that was given up while nobody worked', async () => {
    const before = await peopleNow();
    const id = await upload('0002');
    await start();
    await expect.poll(async () => (await importState(id))?.state, { timeout: 60_000 }).toBe('checked');
    expect(await commitImport(ctx(), { id, version: (await importState(id))!.version })).toMatchObject({ ok: true });
    await expect.poll(async () => (await importState(id))?.progress.rows, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
    await kill(child!);
    const cancelled = await cancelImport(ctx(), id);
    await start();
    await expect.poll(async () => alpha.db.execute(sql`select 1 from outbox where state <> 'done' and kind like 'import.%'`), { timeout: 60_000 }).toEqual([]);
    expect(await importState(id)).toMatchObject({ state: cancelled.ok ? 'cancelled' : 'committed' });
    expect(await peopleNow()).toBe(cancelled.ok ? before : before + people);
  });
});
