import { writeWithAudit } from '@saubac/db/audit';
import { openJobs, type Jobs } from '@saubac/db/jobs';
import type { TenantHandle } from '@saubac/db/tenancy';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { anchorTenants } from '../src/nightly/anchor-tenants.ts';
import { nightQueue } from '../src/nightly/schedules.ts';
import { startWorker, type Working } from '../src/start-worker.ts';
import { silent, workerSettings } from './test-worker.ts';

let cluster: TestCluster;
let alpha: TenantHandle;
let worker: Working;
let jobs: Jobs;

beforeAll(async () => {
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
  worker = await startWorker(workerSettings(cluster), () => ({}), silent);
  const login = { user: cluster.roles.platformApi, password: inject('testServer').secrets.platformApiPassword };
  jobs = await openJobs(cluster.server, login, { role: 'send', onFault: () => {} });
});
afterAll(async () => {
  await jobs.stop();
  await worker.stop();
  await cluster.close();
});

const checks = async (): Promise<{ slug: string; faults: { kind: string }[] }[]> => [
  ...(await cluster.registry<{ slug: string; faults: { kind: string }[] }[]>`
    select t.slug, c.faults from platform.audit_checks c join platform.tenants t on t.id = c.tenant_id order by c.at, t.slug`),
];

describe('the schedules', () => {
  it('are kept in Vietnamese time, and a night that was missed is made up for', async () => {
    expect([...(await cluster.superuser()`select name, cron, timezone, options ->> 'missed' as missed from jobs.schedule order by name`)]).toEqual([
      { name: 'audit-anchors', cron: '*/5 * * * *', timezone: 'Asia/Ho_Chi_Minh', missed: null },
      { name: 'night', cron: '30 1 * * *', timezone: 'Asia/Ho_Chi_Minh', missed: 'once' },
    ]);
  });

  it('anchor every tenant whose head has moved, and none else', async () => {
    await writeWithAudit(alpha.db, { actor: { id: null, label: 'operator' }, now: new Date() }, async (tx, record) => {
      await tx.execute(sql`insert into posts (code, name) values ('A', 'A')`);
      await record({ act: 'post.added', subject: { kind: 'post' } });
    });
    await anchorTenants(cluster, await cluster.tenants(), silent);
    const anchors = await cluster.registry`select t.slug, a.position::int from platform.audit_anchors a join platform.tenants t on t.id = a.tenant_id`;
    expect([...anchors]).toEqual([{ slug: 'alpha', position: 1 }]);
  });

  it('check every tenant in the night and keep what they found', async () => {
    await jobs.boss.send(nightQueue);
    await expect.poll(checks, { timeout: 20_000 }).toEqual([{ slug: 'alpha', faults: [] }, { slug: 'beta', faults: [] }]);
  });

  it('tell a changed audit, for that tenant alone', async () => {
    await cluster.superuser().unsafe(`update ${alpha.tenant.schemaName}.audit_entries set act = 'post.removed'`);
    await jobs.boss.send(nightQueue);
    await expect.poll(async () => (await checks()).length, { timeout: 20_000 }).toBe(4);
    expect((await checks()).slice(2).toSorted((a, b) => a.slug.localeCompare(b.slug))).toEqual([
      { slug: 'alpha', faults: [{ kind: 'entry-changed', position: 1 }] },
      { slug: 'beta', faults: [] },
    ]);
  });
});
