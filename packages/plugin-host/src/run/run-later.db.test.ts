import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AlreadyDone } from '@saubac/db/outbox';
import type { TenantHandle } from '@saubac/db/tenancy';
import { isoDate } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { getExport, makeExport, orderExport } from '@saubac/services/exports';
import { openFileStore } from '@saubac/services/files';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { visitsPlugin } from '@saubac/testing/visits-plugin';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { askReports, createPluginHost, enablePlugin, type PluginHost, runHandler, runJobs, runSample, tenantRegistry } from '../index.ts';

const { loaded, remove } = visitsPlugin();
const today = isoDate('2026-01-01');
const visit = '01890a5d-ac96-774b-bcce-b302099a8057';
let cluster: TestCluster;
let alpha: TenantHandle;
let host: PluginHost;

const ctx = async (): Promise<Ctx> => testCtx({ db: alpha.db, tenant: { id: alpha.tenant.id, slug: 'alpha' }, registry: await tenantRegistry(alpha.db, [loaded], today), today });
const work = async (handler: string, complete = () => Promise.resolve()) =>
  runHandler(host, await ctx(), { plugin: 'visits', handler, payload: { visit }, key: 'k', attempt: 1, complete, isDone: (error) => error instanceof AlreadyDone, log: () => undefined });
const places = async () => (await alpha.db.execute<{ place: string }>(sql`select place from p_visits_visits order by place`)).map(({ place }) => place);
const standing = async () => (await ctx()).registry.plugins.get('visits');

beforeAll(async () => {
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
  await enablePlugin(cluster, [loaded], { slug: 'alpha', plugin: 'visits' }, { write: { actor: { id: null, label: 'test' }, now: new Date() }, today });
});
beforeEach(async () => {
  host = createPluginHost([loaded], { rules: { faults: 2, restMs: 1_000, rests: 1 } });
  await alpha.db.execute(sql`delete from p_visits_visits`);
  await alpha.db.execute(sql`update tenant_plugins set state = 'enabled', failure = null`);
  await alpha.db.execute(sql`insert into p_visits_visits (id, place) values (${visit}::uuid, 'A')`);
});
afterAll(async () => {
  alpha.release();
  await cluster.close();
  remove();
});

describe('a handler of a plugin', () => {
  it('ends its work in its first write: both are there or neither is', async () => {
    await work('noteChecked');
    expect(await places()).toEqual(['A checked']);
    await expect(work('noteChecked', () => Promise.reject(new AlreadyDone('done')))).rejects.toBeInstanceOf(AlreadyDone);
    expect(await places()).toEqual(['A checked']);
    // Somebody else was first: that is no fault of the plugin.
    await expect(work('noteChecked', () => Promise.reject(new AlreadyDone('done')))).rejects.toBeInstanceOf(AlreadyDone);
    expect(await standing()).toMatchObject({ state: 'enabled' });
  });

  it('that throws or hangs again and again marks its plugin as failed, which is tried no more until it is enabled again', async () => {
    await expect(work('breaks')).rejects.toThrow('broken');
    await expect(work('hangs')).rejects.toThrow('not done after');
    expect(await standing()).toMatchObject({ state: 'failed', failures: [{ kind: 'broke-repeatedly', part: 'hangs' }] });
    await expect(work('noteChecked')).rejects.toThrow('has failed');
    expect(await places()).toEqual(['A']);
  });

  it('of a plugin that was switched off since does nothing', async () => {
    await alpha.db.execute(sql`update tenant_plugins set state = 'disabled'`);
    await work('noteChecked');
    expect(await places()).toEqual(['A']);
  });
});

describe('a report of a plugin', () => {
  it('goes out as a sheet under the headings of the plugin, with the columns it promises', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reports-'));
    try {
      const files = await openFileStore(folder);
      const ordered = await orderExport(await ctx(), { order: { kind: 'plugin-report', plugin: 'visits', report: 'places', from: today, to: today }, format: 'csv', locale: 'vi' });
      if (!ordered.ok) throw new Error(ordered.failure.kind);
      await makeExport(
        {
          tenant: { id: alpha.tenant.id, slug: 'alpha' }, db: alpha.db, now: () => new Date(), registryOn: (on) => tenantRegistry(alpha.db, [loaded], on), mayEnter: () => Promise.resolve(true),
          signal: new AbortController().signal, complete: () => Promise.resolve(), reports: askReports(host), files,
        },
        ordered.value.id,
      );
      expect(await getExport(await ctx(), ordered.value.id)).toMatchObject({ ok: true, value: { state: 'ready', progress: { rows: 1 } } });
      const [file] = await alpha.db.execute<{ id: string; name: string }>(sql`select id, original_name as name from files order by id desc limit 1`);
      expect(file?.name).toBe('visits-places-2026-01-01-2026-01-01.csv');
      const lines = (await text(await files.read(alpha.tenant.id, file?.id ?? ''))).replace('\ufeff', '').trim().split(/\r?\n/);
      expect(lines).toEqual(['Nơi tiếp,Lượt tiếp', 'A,01/01/2026']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('what comes by itself', () => {
  it('the jobs of the night run for each enabled plugin, and none for one that is not', async () => {
    expect(await runJobs(host, await ctx(), () => undefined)).toBe(1);
    expect(await places()).toEqual(['A', 'night of 2026-01-01']);
    await alpha.db.execute(sql`update tenant_plugins set state = 'disabled'`);
    expect(await runJobs(host, await ctx(), () => undefined)).toBe(0);
  });

  it('a demonstration is filled with what the plugin shows there', async () => {
    expect(await runSample(host, await ctx(), 'visits')).toBe(true);
    expect(await places()).toEqual(['A', 'sample']);
    expect(await runSample(host, await ctx(), 'nothing')).toBe(false);
  });
});
