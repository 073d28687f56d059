import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../cluster/index.ts';

let cluster: TestCluster;
let alpha: Client;
let beta: Client;
let ids: { alpha: string; beta: string };
const digest = (letter: string): string => letter.repeat(64);

beforeAll(async () => {
  cluster = await cloneDatabase();
  alpha = cluster.loginAs(await cluster.tenantLogin('alpha'));
  beta = cluster.loginAs(await cluster.tenantLogin('beta'));
  const tenants = await cluster.tenants();
  ids = { alpha: tenants.find((it) => it.slug === 'alpha')!.id, beta: tenants.find((it) => it.slug === 'beta')!.id };
  await beta`select platform.keep_person_digests(${`{${digest('a')},${digest('b')}}`}::text[])`;
});
afterAll(() => cluster.close());

const kept = async () => [...(await cluster.superuser()<{ tenant: string; digest: string }[]>`select tenant_id as tenant, digest from platform.person_digests order by 1, 2`)];

describe("digests of another tenant's people", () => {
  it.each([
    'select * from platform.person_digests',
    'select count(*) from platform.person_digests',
    `insert into platform.person_digests (tenant_id, digest, since) values (gen_random_uuid(), repeat('c', 64), '2026-01-01')`,
    'update platform.person_digests set since = since',
    'delete from platform.person_digests',
    'truncate platform.person_digests',
    'create view pg_temp.theirs as select * from platform.person_digests; select * from pg_temp.theirs',
    'alter function platform.keep_person_digests(text[]) security invoker',
    'create or replace function platform.person_digests_elsewhere() returns table (digest text, tenant_name text, since date) language sql as $$ select null, null, null $$',
    'select 1 from platform.tenants',
  ])('are not reached by a tenant: %s', async (statement) => {
    expect(await alpha.unsafe(statement).catch((error: unknown) => (error as { code: string }).code)).toBe('42501');
  });

  it('are neither read nor changed through the functions: who asks is who has signed in', async () => {
    expect(await alpha`select * from platform.person_digests_elsewhere()`).toEqual([]);
    await alpha`select platform.keep_person_digests('{}')`;
    expect((await kept()).map((it) => it.tenant)).toEqual([ids.beta, ids.beta]);
    await alpha.begin(async (tx) => {
      await tx.unsafe('create temp table tenants (id uuid, role_name text, status text); create temp table person_digests (tenant_id uuid, digest text, since date)');
      await tx.unsafe(`insert into pg_temp.tenants values ('${ids.beta}', session_user, 'active')`);
      await tx.unsafe('set local search_path = pg_temp, platform');
      await tx`select platform.keep_person_digests('{}')`;
      expect(await tx`select * from platform.person_digests_elsewhere()`).toEqual([]);
    });
    expect(await kept()).toHaveLength(2);
    expect(await alpha.unsafe(`set session authorization ${(await cluster.findTenant('beta'))!.roleName}`).catch((error: unknown) => (error as { code: string }).code)).toBe('42501');
  });

  it('are told of only where the tenant states the same digest, by the name of the other and a day', async () => {
    await alpha`select platform.keep_person_digests(${`{${digest('a')},${digest('c')}}`}::text[])`;
    expect(await alpha`select digest, tenant_name as name, since is not null as known from platform.person_digests_elsewhere()`).toEqual([{ digest: digest('a'), name: expect.any(String), known: true }]);
    expect(await beta`select digest from platform.person_digests_elsewhere()`).toEqual([{ digest: digest('a') }]);
    await alpha`select platform.keep_person_digests(${`{${digest('c')}}`}::text[])`;
    expect(await beta`select digest from platform.person_digests_elsewhere()`).toEqual([]);
  });

  it('are nothing but digests: a number is refused', async () => {
    expect(await alpha`select platform.keep_person_digests('{001085012345}')`.catch((error: unknown) => (error as { code: string }).code)).toBe('23514');
  });

  it('are not for the login that serves accounts, nor for anybody else', async () => {
    const [row] = await cluster.superuser()<{ may: boolean }[]>`select has_function_privilege('public', 'platform.keep_person_digests(text[])', 'execute') or has_function_privilege('public', 'platform.person_digests_elsewhere()', 'execute') as may`;
    expect(row?.may).toBe(false);
  });
});
