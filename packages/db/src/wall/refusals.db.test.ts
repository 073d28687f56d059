import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Client } from '../cluster/index.ts';

const notAllowed = '42501';

let cluster: TestCluster;
let alpha: Client;
let a: string;
let b: string;

beforeAll(async () => {
  cluster = await cloneDatabase();
  [a = '', b = ''] = (await cluster.tenants()).map((tenant) => tenant.roleName);
  alpha = cluster.loginAs(await cluster.tenantLogin('alpha'));
  const beta = cluster.loginAs(await cluster.tenantLogin('beta'));
  await beta`insert into people (full_name, name_sort, name_search) values ('B', 'b', 'b')`;
  await alpha`insert into people (full_name, name_sort, name_search) values ('A', 'a', 'a')`;
});
afterAll(() => cluster.close());

/** What the server answers: its error code, or the rows. `A` and `B` stand for the tenants' schemas and roles. */
const answer = async (statement: string, client: Client = alpha): Promise<string | unknown[]> => {
  const named = statement.replace(/\bA(_owner)?\b/g, `${a}$1`).replace(/\bB(_owner)?\b/g, `${b}$1`);
  try {
    return [...(await client.unsafe(named))];
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const refusesAll = (statements: readonly string[]): void => {
  it.each(statements)('%s', async (statement) => {
    expect(await answer(statement)).toBe(notAllowed);
  });
};

describe("with a tenant's login the server refuses to reach another tenant", () => {
  refusesAll([
    'select * from B.people',
    'select * from B.core_people_v1',
    'select count(*) from B.audit_entries',
    "insert into B.people (full_name, name_sort, name_search) values ('x', 'x', 'x')",
    "update B.people set full_name = 'x'",
    'delete from B.people',
    'truncate B.people',
    'do $$ begin lock table B.people in access share mode; end $$',
    'copy B.people to stdout',
    'create view pg_temp.theirs as select * from B.people',
    "select nextval('B.anything')",
    'analyze B.people; select * from B.people',
  ]);

  it('even for the rows its own query names without a schema, whatever the search path', async () => {
    await alpha.begin(async (tx) => {
      await tx.unsafe(`set local search_path = ${b}, ${a}, public`);
      expect(await tx`select full_name from people`).toEqual([{ full_name: 'A' }]);
    });
  });

  it('shows nothing of what another tenant is asking', async () => {
    const beta = cluster.loginAs(await cluster.tenantLogin('beta'));
    await beta`select 'secret question'`;
    const rows = await answer("select distinct query from pg_stat_activity where usename = 'B'");
    expect(rows).toEqual([{ query: '<insufficient privilege>' }]);
    expect(await answer("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'B'")).toBe(notAllowed);
  });
});

describe("with a tenant's login the server refuses the secrets of the platform", () => {
  refusesAll([
    'select * from platform.tenant_secrets',
    'select * from platform.tenants',
    'select * from platform.tenant_aliases',
    'select * from platform.schema_migrations',
    'select * from platform.users',
    'select * from platform.sessions',
    'select * from platform.memberships',
    'insert into platform.memberships select * from platform.memberships',
    'select * from platform.recovery_codes',
    'select * from platform.user_tokens',
    'select * from platform.sign_in_settings',
    'select * from platform.user_identities',
    'select * from platform.sso_attempts',
    'select * from platform.rate_limits',
    'select * from platform.account_events',
    'select rolpassword from pg_authid',
    "update platform.provinces set name = 'x'",
    "insert into platform.languages (code, name_vi, name_en) values ('x', 'x', 'x')",
    'delete from platform.equivalence_tables',
    'truncate platform.ranks',
    "select pg_read_file('PG_VERSION')",
    "select pg_ls_dir('.')",
    "copy people to program 'id'",
    "copy people to '/tmp/people'",
    "select lo_import('/etc/passwd')",
    'select * from pg_hba_file_rules',
  ]);
});

describe("with a tenant's login the server refuses to become somebody else", () => {
  refusesAll([
    'set role B',
    'set role B_owner',
    'set role A_owner',
    'set role provisioner',
    'set role platform_api',
    'set role tenant_owners',
    'set role tenant_logins',
    'set role postgres',
    'set session authorization B',
    'set session authorization postgres',
    'do $$ begin execute \'set role B\'; end $$',
    'create role friend',
    'alter role B password null',
    'alter role A createrole',
    'alter role A bypassrls',
    'alter role A superuser',
    'drop role B',
    'grant B to A',
    'grant A to B',
    'grant A_owner to A',
    'grant provisioner to A',
    'grant tenant_owners to A',
    'set session_replication_role = replica',
    'alter system set work_mem = 1',
  ]);
});

describe("with a tenant's login the server refuses to change what there is", () => {
  refusesAll([
    'create table A.mine (n int)',
    'create table mine (n int)',
    'create table platform.mine (n int)',
    'create table public.mine (n int)',
    'create table B.mine (n int)',
    'create schema mine',
    'create view A.mine as select 1',
    'create function A.mine() returns int language sql as $$ select 1 $$',
    'create function public.mine() returns int language sql as $$ select 1 $$',
    'create type A.mine as enum ()',
    'create index on people (full_name)',
    'create trigger mine before insert on people for each row execute function suppress_redundant_updates_trigger()',
    'alter table people add column mine int',
    'alter table people disable trigger all',
    'alter table people owner to A',
    'alter schema A rename to mine',
    'drop table people',
    'drop table B.people',
    'drop schema A cascade',
    'truncate people',
    'create extension dblink',
    'drop extension pg_trgm',
    'create database mine',
    'create policy mine on people',
    'alter default privileges for role A_owner grant all on tables to A',
    "comment on table people is 'x'",
  ]);
});

describe("with a tenant's login the server refuses to rewrite its history", () => {
  refusesAll([
    "update audit_entries set actor_label = 'x'",
    'delete from audit_entries',
    'truncate audit_entries, audit_payloads, audit_details',
    "update audit_payloads set after = '{}'",
    'delete from audit_payloads',
    "update audit_details set act = 'x'",
    'delete from audit_details',
    'delete from data_head',
    'insert into data_head default values',
    "insert into schema_migrations (set, version, hash) values ('core', '9999', '')",
    "update schema_migrations set hash = ''",
    'delete from schema_migrations',
    'update audit_entries set position = position',
    "insert into audit_entries select * from audit_entries on conflict (id) do update set act = 'x'",
    'merge into audit_entries e using (select 1) s on true when matched then delete',
  ]);
});

describe('what a tenant may and may not hand on', () => {
  it('hands nothing of its schema to another tenant', async () => {
    await answer('grant select on people to B');
    await answer('grant usage on schema A to B');
    const beta = cluster.loginAs(await cluster.tenantLogin('beta'));
    expect(await answer('select * from A.people', beta)).toBe(notAllowed);
  });

  it('makes temporary tables, which no other tenant sees', async () => {
    const place = await alpha.begin(async (tx) => {
      await tx`create temporary table notes (n int)`;
      const [row] = await tx<{ place: string }[]>`select pg_my_temp_schema()::regnamespace::text as place`;
      return row?.place;
    });
    const beta = cluster.loginAs(await cluster.tenantLogin('beta'));
    expect(await answer(`select * from ${place}.notes`, beta)).toBe(notAllowed);
  });

  it('connects to no database but that of the installation', async () => {
    const login = await cluster.tenantLogin('alpha');
    for (const database of ['postgres', 'template1']) {
      const client = connect({ ...cluster.server, database }, login);
      expect(await answer('select 1', client)).toBe(notAllowed);
      await client.end();
    }
  });

  it('reads reference data, and its rows are held to it', async () => {
    expect(await answer('select count(*)::int as n from platform.provinces')).toEqual([{ n: 34 }]);
    expect(await answer("insert into equivalence_adoptions (table_code, valid_from) values ('no-such-table', '2026-01-01')")).toBe('23503');
  });
});

describe('a function that runs with the rights of its owner', () => {
  beforeAll(async () => {
    await cluster.provisioner`
      create function platform.tenant_count() returns int language sql security definer set search_path = platform, pg_catalog, pg_temp
      as ${cluster.provisioner.unsafe("'select count(*)::int from tenants where length(slug) > 0'")}`;
  });

  const inOneSession = async (statements: readonly string[]): Promise<unknown> => {
    let last: unknown;
    await alpha.begin(async (tx) => {
      for (const statement of statements) last = [...(await tx.unsafe(statement))];
    });
    return last;
  };

  it('does not take a temporary table for the one it means', async () => {
    const shadow = ['create temporary table tenants (slug text) on commit drop', 'select platform.tenant_count() as n'];
    expect(await inOneSession(shadow)).toEqual([{ n: 2 }]);
  });

  it('does not take a function or operator of the caller for the one it means', async () => {
    const shadow = [
      "create function pg_temp.length(text) returns int language sql as 'select -1'",
      "create function pg_temp.never(int, int) returns boolean language sql as 'select false'",
      'create operator pg_temp.> (leftarg = int, rightarg = int, function = pg_temp.never)',
      `set local search_path = pg_temp, ${a}, platform, pg_catalog`,
      'select platform.tenant_count() as n',
    ];
    expect(await inOneSession(shadow)).toEqual([{ n: 2 }]);
  });

  it('cannot be replaced, altered or given another path by the caller', async () => {
    for (const change of ['reset search_path', 'set search_path = pg_temp', 'security invoker', 'owner to A']) expect(await answer(`alter function platform.tenant_count() ${change}`)).toBe(notAllowed);
    expect(await answer("create or replace function platform.tenant_count() returns int language sql as 'select 0'")).toBe(notAllowed);
    expect(await answer('drop function platform.tenant_count()')).toBe(notAllowed);
  });

  it("made by a caller for himself has the caller's rights only", async () => {
    const own = ["create function pg_temp.peek() returns bigint language sql security definer as 'select count(*) from platform.tenants'", 'select pg_temp.peek()'];
    await expect(inOneSession(own)).rejects.toMatchObject({ code: notAllowed });
  });
});

describe('the roles of the platform', () => {
  it.each(['select * from A.people', 'set role A', 'create database mine', 'select rolpassword from pg_authid', 'alter role provisioner superuser'])(
    'the provisioner may not, as itself: %s',
    async (statement) => {
      expect(await answer(statement, cluster.provisioner)).toBe(notAllowed);
    },
  );

  it('the provisioner becomes an owner to migrate', async () => {
    await cluster.provisioner.begin(async (tx) => {
      await tx.unsafe(`set local role ${a}_owner`);
      expect([...(await tx.unsafe(`select full_name from ${a}.people`))]).toEqual([{ full_name: 'A' }]);
      await expect(tx.savepoint((inner) => inner.unsafe(`select * from ${b}.people`))).rejects.toMatchObject({ code: notAllowed });
    });
  });

  it.each([
    'select * from A.people',
    'set role A',
    'set role provisioner',
    "update platform.tenants set slug = 'x'",
    'delete from platform.tenant_secrets',
    'create table platform.mine (n int)',
    'create temporary table mine (n int)',
    'create role friend',
    'select * from platform.schema_migrations',
    'delete from platform.users',
    'delete from platform.memberships',
    "update platform.account_events set act = 'x'",
    'delete from platform.account_events',
  ])('the serving role may not: %s', async (statement) => {
    expect(await answer(statement, cluster.registry)).toBe(notAllowed);
  });

  it('an owner cannot log in', async () => {
    await expect(cluster.loginAs({ user: `${a}_owner`, password: 'x' })`select 1`).rejects.toMatchObject({ code: expect.stringMatching(/^28/) as unknown });
  });
});
