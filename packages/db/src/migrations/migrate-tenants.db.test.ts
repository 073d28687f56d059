import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MigrationSet } from './index.ts';

const by = { actor: { id: null, label: 'operator' }, now: new Date() };
let cluster: TestCluster;
const folders: string[] = [];

beforeAll(async () => {
  cluster = await cloneDatabase();
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
afterAll(() => cluster.close());

let sets = 0;

/** A plugin's set of migrations, `{ '0001_first': 'create table …' }`. */
const setOf = (files: Readonly<Record<string, string>>): MigrationSet => {
  const directory = mkdtempSync(join(tmpdir(), 'saubac-migrations-'));
  folders.push(directory);
  const set = { name: `plugin:test-${(sets += 1)}`, directory };
  write(set, files);
  return set;
};

const write = ({ directory }: MigrationSet, files: Readonly<Record<string, string>>): void => {
  for (const [version, text] of Object.entries(files)) writeFileSync(join(directory, `${version}.sql`), text);
};

const migrate = (set: MigrationSet, slug?: string): ReturnType<typeof cluster.migrateTenants> => cluster.migrateTenants({ ...(slug ? { slug } : {}), sets: [set] });

const tableExists = (slug: string, table: string): Promise<boolean> =>
  cluster.withTenant(slug, async ({ db, tenant }) => {
    const [row] = await db.execute<{ found: boolean }>(sql`select to_regclass(${`${tenant.schemaName}.${table}`}) is not null as found`);
    return row?.found ?? false;
  });

const table = (name: string): string => `create table ${name} (id uuid not null default uuidv7())\n--> statement-breakpoint\nalter table ${name} add constraint ${name}_pk primary key (id)`;

describe('migrating the tenants', () => {
  it('applies what is pending to each, notes it in the ledger of its schema, and nothing the second time', async () => {
    const set = setOf({ '0001_first': table('p_once_a'), '0002_second': table('p_once_b') });
    const applied = [`${set.name}/0001_first`, `${set.name}/0002_second`];
    expect(await migrate(set)).toEqual(['alpha', 'beta'].map((slug) => ({ slug, applied, failure: null })));
    expect(await migrate(set)).toEqual(['alpha', 'beta'].map((slug) => ({ slug, applied: [], failure: null })));
    // The registry says how far the core is, whatever plugins add.
    expect((await cluster.findTenant('alpha'))?.migrationVersion).toMatch(/^core\/\d{4}_/);
  });

  it('lets the login write to a new table, and only read a view', async () => {
    const set = setOf({ '0001_first': table('p_grants'), '0002_view': 'create view p_grants_v1 as select id from p_grants' });
    await migrate(set, 'alpha');
    await cluster.withTenant('alpha', async ({ db }) => {
      await db.execute(sql`insert into p_grants default values`);
      await db.execute(sql`delete from p_grants`);
      expect(await db.execute(sql`select * from p_grants_v1`)).toHaveLength(0);
      await expect(db.execute(sql`delete from p_grants_v1`)).rejects.toMatchObject({ cause: { code: '42501' } });
    });
  });

  it('undoes a tenant whose migration fails, says where, and does not keep the others waiting', async () => {
    const { schemaName } = (await cluster.findTenant('beta')) ?? {};
    const onlyBeta = `do $$ begin if current_schema() = '${schemaName}' then raise exception 'refused' using errcode = 'P0042'; end if; end $$`;
    const set = setOf({ '0001_first': table('p_failing'), '0002_second': `${table('p_failing_b')}\n--> statement-breakpoint\n${onlyBeta}` });
    const [alpha, beta] = await migrate(set);
    expect(alpha).toMatchObject({ slug: 'alpha', failure: null });
    expect(beta).toEqual({ slug: 'beta', applied: [], failure: { kind: 'statement-failed', set: set.name, version: '0002_second', statement: 3, sqlState: 'P0042', message: 'refused' } });
    expect(await tableExists('beta', 'p_failing')).toBe(false);
  });

  it('goes on where it stopped once the cause is mended', async () => {
    const set = setOf({ '0001_first': table('p_resumed'), '0002_second': 'select 1/0' });
    expect((await migrate(set, 'alpha'))[0]?.failure).toMatchObject({ kind: 'statement-failed', sqlState: '22012' });
    write(set, { '0002_second': table('p_resumed_b') });
    expect((await migrate(set))[0]).toMatchObject({ slug: 'alpha', applied: [`${set.name}/0001_first`, `${set.name}/0002_second`] });
  });

  it('refuses a file that was changed after it was applied', async () => {
    const set = setOf({ '0001_first': table('p_changed') });
    await migrate(set);
    write(set, { '0001_first': `${table('p_changed')} `, '0002_second': table('p_changed_b') });
    expect((await migrate(set))[0]?.failure).toEqual({ kind: 'changed-file', set: set.name, version: '0001_first' });
    expect(await tableExists('alpha', 'p_changed_b')).toBe(false);
  });

  it('takes a file with other line ends for the same', async () => {
    const set = setOf({ '0001_first': table('p_lines') });
    await migrate(set);
    write(set, { '0001_first': table('p_lines').replaceAll('\n', '\r\n') });
    expect((await migrate(set))[0]?.failure).toBeNull();
  });

  it('refuses a schema that a newer version of the product has migrated', async () => {
    const set = setOf({ '0001_first': table('p_newer'), '0002_second': table('p_newer_b') });
    await migrate(set);
    rmSync(join(set.directory, '0002_second.sql'));
    expect((await migrate(set))[0]?.failure).toEqual({ kind: 'unknown-version', set: set.name, version: '0002_second' });
  });

  it('refuses two statements between two breakpoints', async () => {
    const set = setOf({ '0001_first': 'select 1; select 2' });
    expect((await migrate(set, 'alpha'))[0]?.failure).toMatchObject({ kind: 'statement-failed', sqlState: '42601' });
  });

  it('lets a set touch nothing outside the schema of its tenant', async () => {
    const { schemaName } = (await cluster.findTenant('beta')) ?? {};
    for (const statement of [`create table ${schemaName}.p_theirs (id uuid)`, 'create table public.p_theirs (id uuid)', "update platform.tenants set name = 'x'", 'create extension dblink', 'create role p_friend'])
      expect((await migrate(setOf({ '0001_first': statement }), 'alpha'))[0]?.failure).toMatchObject({ kind: 'statement-failed', sqlState: '42501' });
  });

  it('lets two migrators of one tenant wait for each other', async () => {
    const set = setOf({ '0001_first': table('p_twice') });
    const runs = await Promise.all([migrate(set, 'alpha'), migrate(set, 'alpha')]);
    expect(runs.flat().flatMap((run) => run.applied)).toEqual([`${set.name}/0001_first`]);
    expect(runs.flat().map((run) => run.failure)).toEqual([null, null]);
  });
});

describe('making a tenant', () => {
  it('gives it a name of its own for schema and role that says nothing about it', async () => {
    const created = await cluster.createTenant({ slug: 'gamma', name: 'Gamma', kind: 'ministry' });
    expect(created).toMatchObject({ ok: true, value: { slug: 'gamma', schemaName: expect.stringMatching(/^t_[a-z][a-z0-9][a-z][a-z0-9]{5}$/) as unknown } });
    expect(await cluster.withTenant('gamma', ({ db }) => db.execute(sql`select position from data_head`))).toEqual([{ position: '0' }]);
  });

  it('leaves nothing behind when its migrations fail', async () => {
    const before = await cluster.superuser()`select count(*)::int as n from pg_namespace`;
    const created = await cluster.createTenant({ slug: 'delta', name: 'Delta', kind: 'province' }, [setOf({ '0001_first': 'select 1/0' })]);
    expect(created).toMatchObject({ ok: false, failure: { kind: 'migration-failed', migration: { kind: 'statement-failed' } } });
    expect(await cluster.findTenant('delta')).toBeUndefined();
    expect([...(await cluster.superuser()`select count(*)::int as n from pg_namespace`)]).toEqual([...before]);
  });

  it('refuses a taken, an old and a malformed slug, and a province that does not exist', async () => {
    const attempt = async (slug: string, provinceCode?: string): Promise<unknown> => cluster.createTenant({ slug, name: 'X', kind: 'province', provinceCode });
    expect(await attempt('alpha')).toEqual({ ok: false, failure: { kind: 'slug-taken', slug: 'alpha' } });
    expect(await cluster.renameTenant('beta', 'beta-two', by)).toMatchObject({ ok: true });
    expect(await attempt('beta')).toEqual({ ok: false, failure: { kind: 'slug-taken', slug: 'beta' } });
    expect(await attempt('Có dấu')).toEqual({ ok: false, failure: { kind: 'slug-invalid', slug: 'Có dấu' } });
    expect(await attempt('epsilon', '99')).toEqual({ ok: false, failure: { kind: 'unknown-province', provinceCode: '99' } });
  });

  it('goes on finding a renamed tenant by its old slug, whose schema and role stay', async () => {
    const before = await cluster.findTenant('alpha');
    expect(await cluster.renameTenant('alpha', 'alpha-two', by)).toMatchObject({ ok: true, value: { slug: 'alpha-two' } });
    expect(await cluster.findTenant('alpha')).toMatchObject({ id: before?.id, slug: 'alpha-two', schemaName: before?.schemaName });
    expect(await cluster.renameTenant('alpha', 'alpha', by)).toMatchObject({ ok: true, value: { slug: 'alpha' } });
    expect(await cluster.findTenant('alpha-two')).toMatchObject({ slug: 'alpha' });
    expect(await cluster.renameTenant('nobody', 'x-y', by)).toEqual({ ok: false, failure: { kind: 'unknown-tenant', slug: 'nobody' } });
  });
});
