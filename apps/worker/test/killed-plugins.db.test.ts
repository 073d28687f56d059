import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '@saubac/db/audit';
import type { TenantHandle } from '@saubac/db/tenancy';
import { askForChange, createPluginHost, getPluginChange, loadPlugins, tenantRegistry } from '@saubac/plugin-host';
import type { Ctx } from '@saubac/services/context';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { workerSettings } from './test-worker.ts';

vi.setConfig({ testTimeout: 180_000 });

const plugins = join(import.meta.dirname, '../../../plugins');
let cluster: TestCluster;
let alpha: TenantHandle;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-plugins-'));
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
});
const kill = async (it: ChildProcess): Promise<void> => {
  it.kill('SIGKILL');
  if (it.exitCode === null && it.signalCode === null) await once(it, 'exit');
};
afterEach(() => child && kill(child));
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const start = async (): Promise<ChildProcess> => {
  const started = fork(join(import.meta.dirname, '../src/main.ts'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, LOG_LEVEL: 'silent' } });
  child = started;
  started.send(workerSettings(cluster, { dataDir: folder, mail: { folder: join(folder, 'mail') }, sweepEveryMs: 500 }));
  expect((await once(started, 'message'))[0]).toEqual({ working: true });
  return started;
};

/** A change of the example plugin, asked for as the server asks, and done by workers that are killed after so many milliseconds each. */
const changed = async (act: 'enable' | 'disable' | 'remove', delays: readonly number[] = []) => {
  const loaded = await loadPlugins(plugins);
  const base = testCtx({ db: alpha.db });
  const ctx: Ctx = testCtx({ db: alpha.db, tenant: { id: alpha.tenant.id, slug: 'alpha' }, registry: await tenantRegistry(alpha.db, loaded, base.today) });
  const asked = await askForChange(ctx, createPluginHost(loaded), cluster.vault, { plugin: 'example', act, rehearsal: false });
  if (!asked.ok) throw new Error(JSON.stringify(asked.failure));
  const stands = async () => {
    const found = await getPluginChange(ctx, { plugin: 'example', change: asked.value.id });
    return found.ok ? found.value : undefined;
  };
  for (const delay of delays) {
    if ((await stands())?.endedAt) break;
    const worker = await start();
    await sleep(delay);
    await kill(worker);
  }
  if (!(await stands())?.endedAt) await start();
  await vi.waitFor(async () => expect((await stands())?.endedAt).toBeTruthy(), { timeout: 60_000, interval: 100 });
  if (child) await kill(child);
  return stands();
};

const tables = async () => (await alpha.db.execute<{ name: string }>(sql`select tablename as name from pg_tables where tablename like 'p\\_example%' and schemaname = current_schema()`)).length;
const done = async (act: string) => (await alpha.db.execute(sql`select 1 from audit_entries where act = ${act}`)).length;

it('a worker that is killed while it enables or removes a plugin leaves it to the next one, and each is done once', async () => {
  expect(await changed('enable', [20, 100])).toMatchObject({ state: 'done' });
  expect([await tables() > 0, await done('plugin.enabled')]).toEqual([true, 1]);
  expect(await changed('disable')).toMatchObject({ state: 'done' });
  expect(await changed('remove', [20, 100])).toMatchObject({ state: 'done', file: { name: expect.stringContaining('example') as string } });
  expect([await tables(), await done('plugin.removed')]).toEqual([0, 1]);
  expect((await alpha.db.execute(sql`select 1 from tenant_plugins`)).length).toBe(0);
  expect(await verifyChain(alpha.db)).toMatchObject({ faults: [] });
});
