import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPools, poolLimits, type Pools, type Tenant } from './index.ts';

let cluster: TestCluster;
let tenants: Tenant[];

beforeAll(async () => {
  cluster = await cloneDatabase();
  for (const slug of ['gamma', 'delta']) await cluster.createTenant({ slug, name: slug, kind: 'province' });
  tenants = await cluster.tenants();
});
afterAll(() => cluster.close());

const passwordOf = ({ slug }: Tenant) => async (): Promise<string> => (await cluster.tenantLogin(slug)).password;

const withPools = async (pools: number, patienceMs: number, work: (open: Pools) => Promise<void>): Promise<void> => {
  const made = createPools(cluster.server, { pools, patienceMs, connectionsPerTenant: 2 });
  try {
    await work(made);
  } finally {
    await made.close();
  }
};

const tenant = (index: number): Tenant => tenants[index] as Tenant;

describe('the pools of a process', () => {
  it('take a share of the connections of the server, after a reserve', () => {
    expect(poolLimits(797, 3)).toMatchObject({ connectionsPerTenant: 3, pools: 252 });
    expect(poolLimits(97, 2)).toMatchObject({ pools: 36 });
    expect(poolLimits(3, 4)).toMatchObject({ pools: 1 });
    expect(poolLimits(97, 3, 2 / 3)).toMatchObject({ pools: 16 });
    expect(poolLimits(97, 2, 1 / 3)).toMatchObject({ pools: 12 });
  });

  it('log in as the tenant, with its schema first in the search path', async () => {
    await withPools(2, 1_000, async (pools) => {
      const one = tenant(0);
      const { db } = await pools.open(one, passwordOf(one));
      const [row] = await db.execute(sql`select session_user as who, current_setting('search_path') as path, current_setting('is_superuser') as super`);
      expect(row).toEqual({ who: one.roleName, path: `${one.schemaName}, platform, public`, super: 'off' });
    });
  });

  it('use no more connections for a tenant than its share', async () => {
    await withPools(1, 1_000, async (pools) => {
      const { db } = await pools.open(tenant(0), passwordOf(tenant(0)));
      await Promise.all(Array.from({ length: 12 }, () => db.execute(sql`select pg_sleep(0.02)`)));
      const [row] = await cluster.superuser()<{ n: number }[]>`select count(*)::int as n from pg_stat_activity where usename = ${tenant(0).roleName} and datname = current_database()`;
      expect(row?.n).toBe(2);
    });
  });

  it('close the one unused for longest when there are too many', async () => {
    await withPools(2, 1_000, async (pools) => {
      const handles = [await pools.open(tenant(0), passwordOf(tenant(0))), await pools.open(tenant(1), passwordOf(tenant(1)))];
      for (const handle of handles) handle.release();
      const again = await pools.open(tenant(0), passwordOf(tenant(0)));
      again.release();
      await pools.open(tenant(2), passwordOf(tenant(2)));
      expect(pools.size()).toBe(2);
      await expect(handles[1]?.db.execute(sql`select 1`)).rejects.toMatchObject({ cause: { code: 'CONNECTION_ENDED' } });
      expect(await again.db.execute(sql`select 1 as n`)).toEqual([{ n: 1 }]);
    });
  });

  it('never close one in use: the opening of another waits for a release, and gives up after a while', async () => {
    await withPools(1, 200, async (pools) => {
      const held = await pools.open(tenant(0), passwordOf(tenant(0)));
      await expect(pools.open(tenant(1), passwordOf(tenant(1)))).rejects.toMatchObject({ code: 'pools-busy' });
      expect(await held.db.execute(sql`select 1 as n`)).toEqual([{ n: 1 }]);
      const waiting = pools.open(tenant(1), passwordOf(tenant(1)));
      held.release();
      held.release();
      expect(await (await waiting).db.execute(sql`select current_user = ${tenant(1).roleName} as own`)).toEqual([{ own: true }]);
    });
  });

  it('open one pool for callers that come at once', async () => {
    await withPools(2, 1_000, async (pools) => {
      const handles = await Promise.all(Array.from({ length: 5 }, () => pools.open(tenant(0), passwordOf(tenant(0)))));
      expect(new Set(handles.map((handle) => handle.db)).size).toBe(1);
      expect(pools.size()).toBe(1);
    });
  });
});

describe('an opened cluster', () => {
  it('throws a code for a tenant that does not exist', async () => {
    await expect(cluster.openTenant('nobody')).rejects.toMatchObject({ name: 'ClusterError', code: 'unknown-tenant' });
  });

  it('keeps the passwords of tenants under a key that each ciphertext names', async () => {
    const rows = await cluster.superuser()<{ key: string; text: string }[]>`select key_name as key, ciphertext as text from platform.tenant_secrets`;
    for (const { key, text } of rows) expect(text.split('.').slice(0, 2)).toEqual(['v1', key]);
  });
});
