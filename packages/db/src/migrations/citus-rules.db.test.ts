import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../cluster/index.ts';
import { referenceTables } from '../tenancy/index.ts';
import { coreSet, platformSet, readMigrations } from './index.ts';

// Schema-based sharding asks for these from the first table on. What is held here is the shape of the schema; nothing is run on Citus.

let cluster: TestCluster;
let superuser: Client;
let schema: string;

beforeAll(async () => {
  cluster = await cloneDatabase();
  superuser = cluster.superuser();
  schema = (await cluster.findTenant('alpha'))?.schemaName ?? '';
});
afterAll(() => cluster.close());

const statementsIn = (set: typeof coreSet): string[] =>
  readMigrations(set)
    .flatMap(({ statements }) => statements)
    .map((statement) => statement.replace(/--.*$/gm, '').replace(/'[^']*'/g, "''").toLowerCase());

type Key = { table: string; columns: string[]; types: string[] };

const keys = async (where: string): Promise<Key[]> =>
  (
    await superuser<{ table: string; columns: string; types: string }[]>`
      select c.relname as table, coalesce(string_agg(a.attname, ',' order by a.attname), '') as columns, coalesce(string_agg(distinct a.atttypid::regtype::text, ','), '') as types
      from pg_class c left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
      where c.relnamespace = ${where}::regnamespace and c.relkind in ('r', 'p') group by c.relname order by c.relname`
  ).map((row) => ({ table: row.table, columns: row.columns.split(','), types: row.types.split(',') }));

/** Tables of a tenant whose key is not a uuid, each with its reason. */
const keyedOtherwise: Readonly<Record<string, string>> = {
  schema_migrations: 'the ledger: set and version are the identity of a file',
  settings: 'one row for each name the product knows',
  tenant_plugins: 'one row for each plugin, which has its id from its manifest',
  import_findings: 'the place of a finding in its list',
  import_rows: 'a row of the file of an import: its sheet and place',
  import_undo: 'what was there before an import, by its table and own key',
  case_bulk_items: 'Lines of one bulk move, by their place in it.',
  close_units: 'the place of a unit in its close, which stands for it elsewhere',
  unit_change_moves: 'the row of the file that a move was written in',
  unit_change_findings: 'the place of a finding in its list',
  unit_change_effects: 'what was written, by its own id, told apart by its kind',
  stage_units: 'a row of an import: its batch and number',
  stage_posts: 'a row of an import: its batch and number',
  stage_people: 'a row of an import: its batch and number',
  stage_certificates: 'a row of an import: its batch and number',
  body_units: 'a body of a plan, by its own name there, and a unit',
  workflow_definitions: 'the digest of its content, which two tenants share that have the same definition',
};

describe('rule 1 and 2: keys', () => {
  it('gives every table a primary key', async () => {
    for (const { table, columns } of [...(await keys(schema)), ...(await keys('platform'))]) expect([table, columns.join()]).not.toEqual([table, '']);
  });

  it('keys a table of a tenant by uuid, unless a reason is written', async () => {
    const others = (await keys(schema)).filter(({ types }) => types.join() !== 'uuid').map(({ table }) => table);
    expect(others).toEqual(Object.keys(keyedOtherwise).toSorted());
  });

  it('keys the reference tables by codes, so that a tenant finds the same keys on another installation', async () => {
    const reference = (await keys('platform')).filter(({ table }) => (referenceTables as readonly string[]).includes(table));
    expect(reference.filter(({ types }) => types.includes('uuid'))).toEqual([]);
    expect(reference).toHaveLength(referenceTables.length);
  });

  it('makes the ids of rows by uuidv7() and nothing by serial, identity or sequence', async () => {
    const defaults = await superuser<{ made: string }[]>`
      select distinct pg_get_expr(d.adbin, d.adrelid) as made from pg_attrdef d join pg_attribute a on (a.attrelid, a.attnum) = (d.adrelid, d.adnum)
      where d.adrelid in (select oid from pg_class where relnamespace = ${schema}::regnamespace) and a.attname = 'id'`;
    expect(defaults.map((row) => row.made)).toEqual(['uuidv7()']);
    expect(await superuser`select attrelid::regclass from pg_attribute where attidentity <> ''`).toHaveLength(0);
    expect(await superuser`select oid::regclass from pg_class where relkind = 'S' and relnamespace::regnamespace::text !~ '^pg_'`).toHaveLength(0);
  });
});

describe('rule 3: foreign keys', () => {
  it('point into the same schema or to a reference table', async () => {
    const rows = await superuser<{ from: string; schema: string; table: string }[]>`
      select c.conrelid::regclass::text as from, r.relnamespace::regnamespace::text as schema, r.relname as table
      from pg_constraint c join pg_class r on r.oid = c.confrelid join pg_class f on f.oid = c.conrelid
      where c.contype = 'f' and f.relnamespace <> r.relnamespace`;
    const elsewhere = rows.filter((row) => row.schema !== 'platform' || !(referenceTables as readonly string[]).includes(row.table));
    expect(elsewhere).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('rule 4, 5, 9: what a schema of a tenant may not hold', () => {
  it.each([
    ['triggers', `select tgname from pg_trigger where not tgisinternal`],
    ['rules', `select rulename from pg_rules where schemaname !~ '^(pg_|information_schema)'`],
    ['materialized views', `select matviewname from pg_matviews`],
    ['inheritance or partitions', `select inhrelid::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid where relnamespace::regnamespace::text !~ '^(pg_|jobs$)'`],
    ['tables without a log', `select relname from pg_class where relpersistence = 'u'`],
    ['foreign tables', `select ftrelid::regclass from pg_foreign_table`],
    ['functions of its own', `select proname from pg_proc where pronamespace::regnamespace::text ~ '^t_'`],
  ])('%s', async (_, query) => {
    expect([...(await superuser.unsafe(query))]).toEqual([]);
  });
});

describe('rule 6 and 7: how migrations are written', () => {
  it('names no schema in a migration of tenants but platform, and that only to reference a reference table', () => {
    for (const statement of statementsIn(coreSet)) {
      const qualified = [...statement.matchAll(/(\w+\s+)?"?\b(platform|public|national|pg_catalog|t_\w+)\b"?\s*\.\s*"?(\w+)/g)].map(([, before = '', within, table]) => `${before.trim()} ${within}.${table}`);
      for (const name of qualified) expect(referenceTables.map((table) => `references platform.${table}`)).toContain(name);
      expect(statement).not.toMatch(/\bset\s+(schema|search_path|role)\b/);
    }
  });

  it('adds every constraint by its name, in a statement of its own', async () => {
    const written = [...statementsIn(coreSet), ...statementsIn(platformSet)];
    const named = new Set(written.flatMap((statement) => /^\s*alter table \S+ add constraint (\w+)/.exec(statement)?.[1] ?? []));
    // NOT NULL is a constraint of the catalog since PostgreSQL 18, but belongs to its column.
    const rows = await superuser<{ name: string }[]>`
      select distinct conname as name from pg_constraint where contype <> 'n' and conrelid <> 0 and connamespace in (${schema}::regnamespace, 'platform'::regnamespace)
        and conname <> 'schema_migrations_pk' order by 1`;
    expect(rows.map((row) => row.name)).toEqual([...named].toSorted());
    for (const statement of written.filter((one) => one.trim().startsWith('create table'))) expect(statement).not.toMatch(/\b(primary key|references|unique|check|exclude|constraint)\b/);
  });

  it('excludes overlaps on versions of units alone: it costs four times on insert', async () => {
    expect([...(await superuser`select conrelid::regclass::text as table from pg_constraint where contype = 'x' and connamespace = ${schema}::regnamespace`)]).toEqual([{ table: `${schema}.unit_versions` }]);
  });
});

describe('rule 8 and 11', () => {
  it('writes no MERGE', () => {
    const folder = join(import.meta.dirname, '../..');
    const files = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const merging = files.filter((file) => /\bmerge\s+into\b/i.test(readFileSync(join(folder, 'src', file), 'utf8')));
    expect(merging).toEqual([]);
    for (const statement of [...statementsIn(coreSet), ...statementsIn(platformSet)]) expect(statement).not.toMatch(/\bmerge\s+into\b/);
  });

  it('has its extensions, schemas and roles made by the provisioner, and its tables by the owner of the tenant', async () => {
    expect([...(await superuser`select extname as name, pg_get_userbyid(extowner) as owner from pg_extension where extname <> 'plpgsql' order by 1`)]).toEqual([
      { name: 'btree_gist', owner: 'provisioner' },
      { name: 'pg_trgm', owner: 'provisioner' },
    ]);
    expect([...(await superuser`select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = ${schema}::regnamespace`)]).toEqual([{ owner: `${schema}_owner` }]);
  });
});
