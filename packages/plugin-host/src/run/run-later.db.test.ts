import { AlreadyDone } from '@saubac/db/outbox';
import type { TenantHandle } from '@saubac/db/tenancy';
import { isoDate } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { visitsPlugin } from '@saubac/testing/visits-plugin';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createPluginHost, enablePlugin, type PluginHost, runHandler, runJobs, runSample, tenantRegistry } from '../index.ts';

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
