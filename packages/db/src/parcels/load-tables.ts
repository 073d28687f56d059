import type postgres from 'postgres';
import { loadOrder, type ParcelTable } from '@saubac/domain/parcels';
import { copyRows, CopyRefused } from '../tenancy/copy-text.ts';
import { carriedTables, tenantTables, type TenantTable } from './tenant-tables.ts';

/** What a parcel holds can't be loaded: its tables are not those of its migrations, or the server refuses rows of one. Undoes everything. */
export class ParcelRefused extends Error {
  readonly failure: { kind: 'parcel-tables-differ'; tables: string[] } | { kind: 'parcel-rows-refused'; table: string } | { kind: 'parcel-audit-faulty'; count: number };

  constructor(failure: ParcelRefused['failure'], cause?: unknown) {
    super(failure.kind, cause === undefined ? {} : { cause });
    this.name = 'ParcelRefused';
    this.failure = failure;
  }
}

/** Longer than any table takes; a lock that is never given back would otherwise be waited for for ever. */
const deadlineMs = 30 * 60_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const differing = (here: readonly TenantTable[], there: readonly ParcelTable[]): string[] => {
  const columns = new Map(here.map((it) => [it.name, it.columns.join()]));
  const names = new Set([...here, ...there].map(({ name }) => name));
  const given = new Map(there.map((it) => [it.name, it.columns.toSorted().join()]));
  return [...names].filter((name) => columns.get(name) !== given.get(name));
};

const emptyTables = async (tx: postgres.TransactionSql, schema: string): Promise<void> => {
  const names = (await tenantTables(tx, schema)).map(({ name }) => name).filter((it) => it !== 'schema_migrations');
  if (names.length > 0) await tx.unsafe(`truncate ${names.map(quoted).join(', ')}`);
};

type Constraint = { table: string; name: string };

/** Makes the foreign keys among tables that point to each other in a circle wait for the end; answers with how to make them as they were. */
const deferCircle = async (tx: postgres.TransactionSql, schema: string, circular: readonly string[]): Promise<() => Promise<void>> => {
  const keys = (
    await tx<Constraint[]>`
      select c.relname as "table", k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and not k.condeferrable and c.relnamespace = ${schema}::regnamespace and f.relnamespace = c.relnamespace`
  ).filter(({ table }) => circular.includes(table));
  const alter = async (how: string): Promise<void> => {
    for (const { table, name } of keys) await tx.unsafe(`alter table ${quoted(table)} alter constraint ${quoted(name)} ${how}`);
  };
  await alter('deferrable initially deferred');
  return () => alter('not deferrable');
};

/** What fills a tenant's tables: those of the parcel, the rows of each, and whom to tell how far it is. */
export type Loading = {
  schema: string;
  tables: readonly ParcelTable[];
  rowsOf: (table: ParcelTable) => AsyncIterable<Uint8Array>;
  onTable?: ((table: string) => void) | undefined;
};

/**
 * Fills the tables of a new schema from a parcel, inside the transaction that made it, as its owner. Foreign keys hold as they go: tables
 * are loaded in the order in which they point to each other. What the migrations themselves put in is replaced by what the parcel has.
 */
export const loadTables = async (tx: postgres.TransactionSql, { schema, tables, rowsOf, onTable }: Loading): Promise<void> => {
  const here = await carriedTables(tx, schema);
  const wrong = differing(here, tables);
  if (wrong.length > 0) throw new ParcelRefused({ kind: 'parcel-tables-differ', tables: wrong });
  await emptyTables(tx, schema);
  const { order, circular } = loadOrder(here);
  const restore = await deferCircle(tx, schema, circular);
  const byName = new Map(tables.map((it) => [it.name, it]));
  for (const name of order) {
    const table = byName.get(name);
    if (!table || table.rows === 0) continue;
    onTable?.(name);
    await copyRows(tx, name, table.columns, rowsOf(table), deadlineMs).catch((error: unknown) => {
      if (error instanceof CopyRefused) throw new ParcelRefused({ kind: 'parcel-rows-refused', table: name }, error);
      throw error;
    });
  }
  // What waits is checked now: a table with checks under way can't be altered by a later migration.
  await tx`set constraints all immediate`.catch((error: unknown) => {
    throw new ParcelRefused({ kind: 'parcel-rows-refused', table: String((error as { table_name?: string }).table_name ?? '') }, error);
  });
  await restore();
  for (const name of order) await tx.unsafe(`analyze ${quoted(name)}`);
};
