import type { Cluster } from '@saubac/db/cluster';
import { applySets, type MigrationSet, readMigrations } from '@saubac/db/migrations';
import { tenantTables } from '@saubac/db/parcels';
import { actAsOwner, type Tenant } from '@saubac/db/tenancy';
import { loadOrder } from '@saubac/domain/parcels';
import type postgres from 'postgres';

/** What became of the rows of a table on the way from a past version: how many stood there, and those that are not the same any more. */
export type Brought = { version: string; table: string; stood: number; lost: number };

class Undone extends Error {}

type OwnTable = { name: string; columns: string[] };

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of a set as they are now, each after those that it points to. */
const tablesOf = async (tx: postgres.TransactionSql, { schemaName }: Tenant, prefix: string): Promise<OwnTable[]> => {
  const own = (await tenantTables(tx, schemaName)).filter(({ name }) => name.startsWith(prefix));
  return loadOrder(own).order.flatMap((name) => own.filter((it) => it.name === name));
};

type Kept = Map<string, Record<string, unknown>[]>;

const rowsOf = async (tx: postgres.TransactionSql, table: string): Promise<Record<string, unknown>[]> =>
  [...(await tx.unsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from ${quoted(table)} t`))].map(({ row }) => JSON.parse(row) as Record<string, unknown>);

/** Puts rows into a table of a past version, as far as it has their columns; none if that version could not hold them. */
const putIn = async (tx: postgres.TransactionSql, { name, columns }: OwnTable, rows: readonly Record<string, unknown>[]): Promise<string[]> => {
  const shared = columns.filter((it) => rows.some((row) => it in row)).map(quoted).join(', ');
  if (rows.length === 0 || shared === '') return [];
  try {
    await tx.savepoint((point) => point.unsafe(`insert into ${quoted(name)} (${shared}) select ${shared} from jsonb_populate_recordset(null::${quoted(name)}, $1::text::jsonb)`, [JSON.stringify(rows)]));
  } catch {
    return [];
  }
  return (await rowsOf(tx, name)).map((row) => JSON.stringify(Object.fromEntries(columns.map((it) => [it, row[it]]))));
};

const missingFrom = async (tx: postgres.TransactionSql, now: readonly OwnTable[], { name, columns }: OwnTable, stood: readonly string[]): Promise<number> => {
  const table = now.find((it) => it.name === name);
  if (!table) return 0;
  // A column that a later version took away or renamed is none to be compared.
  const same = columns.filter((it) => table.columns.includes(it));
  const line = (row: Record<string, unknown>): string => JSON.stringify(same.map((it) => row[it]));
  const after = new Set((await rowsOf(tx, name)).map(line));
  return stood.filter((it) => !after.has(line(JSON.parse(it) as Record<string, unknown>))).length;
};

type Asked = { cluster: Cluster; tenant: Tenant; set: MigrationSet; prefix: string };

const fromVersion = async (tx: postgres.TransactionSql, { tenant, set, prefix }: Asked, version: string, kept: Kept): Promise<Brought[]> => {
  const begin = await tablesOf(tx, tenant, prefix);
  await tx.unsafe(`drop table ${begin.map(({ name }) => quoted(name)).join(', ')}`);
  await tx`delete from schema_migrations where set = ${set.name}`;
  await applySets(tx, tenant.schemaName, [set], (it) => it.version <= version);
  const stood = new Map<OwnTable, string[]>();
  for (const table of await tablesOf(tx, tenant, prefix)) stood.set(table, await putIn(tx, table, kept.get(table.name) ?? []));
  await applySets(tx, tenant.schemaName, [set]);
  const now = await tablesOf(tx, tenant, prefix);
  const brought: Brought[] = [];
  for (const [table, rows] of stood) brought.push({ version, table: table.name, stood: rows.length, lost: await missingFrom(tx, now, table, rows) });
  return brought;
};

/**
 * Takes the tables of a plugin back to each version before the last, puts the rows that stand in them now there as far as that version could
 * hold them, and brings them to the last. All of it is undone. Throws what a migration throws.
 */
export const fromPastVersions = async (asked: Asked): Promise<Brought[]> => {
  const brought: Brought[] = [];
  for (const { version } of readMigrations(asked.set).slice(0, -1)) {
    await asked.cluster.provisioner
      .begin(async (tx) => {
        await actAsOwner(tx, asked.tenant);
        const kept: Kept = new Map();
        for (const { name } of await tablesOf(tx, asked.tenant, asked.prefix)) kept.set(name, await rowsOf(tx, name));
        brought.push(...(await fromVersion(tx, asked, version, kept)));
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
  }
  return brought;
};
