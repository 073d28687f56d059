import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '../tenancy/index.ts';
import { scanPrivileges, type Scan } from './scan-privileges.ts';
import { writtenMemberships, writtenPrivileges, writtenRoles, writtenRoleSettings } from './written-privileges.ts';

let cluster: TestCluster;
let tenants: Tenant[];
let scan: Scan;

beforeAll(async () => {
  cluster = await cloneDatabase();
  tenants = await cluster.tenants();
  scan = await scanPrivileges(cluster.superuser(), tenants);
});
afterAll(() => cluster.close());

/** The written words for one tenant: `t` and `t_owner` stand for its schema and roles. */
const named = (text: string, { roleName }: Tenant): string => text.replace(/\bt(_owner)?\b(?![a-z])/g, (_, owner: string | undefined) => `${roleName}${owner ?? ''}`);

const forEachTenant = <T>(written: Readonly<Record<string, T>>, rename: (value: T, tenant: Tenant) => T): Record<string, T> =>
  Object.fromEntries(tenants.flatMap((tenant) => Object.entries(written).map(([name, value]) => [named(name, tenant), rename(value, tenant)])));

describe('the catalog', () => {
  it('grants what is written and nothing else', () => {
    const expected = forEachTenant(writtenPrivileges, (grants, tenant) => Object.fromEntries(Object.entries(grants).map(([role, list]) => [named(role, tenant), list])));
    expect(scan.privileges).toEqual(expected);
  });

  it('makes no role a member of another than is written', () => {
    const expected = new Set(tenants.flatMap((tenant) => writtenMemberships.map((line) => named(line, tenant))));
    expect(scan.memberships.toSorted()).toEqual([...expected].toSorted());
  });

  it('gives no role more by itself than is written', () => {
    expect(scan.roles).toEqual(forEachTenant(writtenRoles, (attributes) => attributes));
  });

  it('starts the sessions of roles with the settings written', () => {
    expect(scan.settings).toEqual(forEachTenant(writtenRoleSettings, named));
  });

  it('would show a privilege on a single column', async () => {
    const superuser = cluster.superuser();
    await superuser`grant select (slug) on platform.tenants to tenant_logins`;
    const after = await scanPrivileges(superuser, tenants);
    await superuser`revoke select (slug) on platform.tenants from tenant_logins`;
    expect(after.privileges['column platform.tenants.slug']).toEqual({ tenant_logins: 'SELECT' });
  });

  it('has no function that runs with the rights of its owner and lets the caller choose what its names mean', async () => {
    const loose = await cluster.superuser()`
      select p.oid::regprocedure::text as name from pg_proc p
      where prosecdef and pronamespace <> 'pg_catalog'::regnamespace and not coalesce(array_to_string(proconfig, ';') ~ 'search_path=[^;]*pg_temp"?$', false)`;
    expect(loose).toHaveLength(0);
  });
});
