import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as tables from './index.ts';

let cluster: TestCluster;

beforeAll(async () => {
  cluster = await cloneDatabase();
});
afterAll(() => cluster.close());

type Column = { type: string; required: boolean; defaulted: boolean };
type Shape = Record<string, Record<string, Column>>;

const declared = Object.values(tables).filter((table) => is(table, PgTable));

const shapeInCode = (): Shape =>
  Object.fromEntries(
    declared.map((table) => [
      getTableName(table),
      Object.fromEntries(
        Object.values(getTableColumns(table)).map((column) => [column.name, { type: column.getSQLType().replaceAll(', ', ','), required: column.notNull, defaulted: column.hasDefault }]),
      ),
    ]),
  );

const shapeInCatalog = async (): Promise<Shape> => {
  const { schemaName } = (await cluster.findTenant('alpha')) ?? { schemaName: '' };
  const rows = await cluster.superuser()<(Column & { table: string; column: string })[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, a.atthasdef as defaulted
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = ${schemaName}::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'`;
  const shape: Shape = {};
  for (const { table, column, type, required, defaulted } of rows) (shape[table] ??= {})[column] = { type, required, defaulted };
  return shape;
};

describe('the tables in code', () => {
  it('are the tables of the database: names, columns, types, what is required and what has a default', async () => {
    expect(shapeInCode()).toEqual(await shapeInCatalog());
  });

  it('name their columns in code as in the database, in camel case', () => {
    for (const table of declared)
      for (const [key, column] of Object.entries(getTableColumns(table))) expect(key).toBe(column.name.replace(/_\w/g, ([, letter = '']: string) => letter.toUpperCase()));
  });

  it('name no schema, so that the search path of the login decides', () => {
    for (const table of declared) expect(getTableConfig(table).schema).toBeUndefined();
  });

  it('answer with dates as texts, whole numbers and scores as numbers', async () => {
    await cluster.withTenant('alpha', async ({ db }) => {
      const [unit] = await db.insert(tables.units).values({ code: 'U' }).returning();
      await db.insert(tables.unitLines).values({ unitId: unit?.id ?? '', line: 'uses', toUnitId: unit?.id ?? '', validFrom: '2025-07-01' });
      const [line] = await db.select().from(tables.unitLines);
      expect(line).toMatchObject({ validFrom: '2025-07-01', validTo: 'infinity' });
      const [head] = await db.select().from(tables.dataHead);
      expect(head?.position).toBe(0);
    });
  });
});
