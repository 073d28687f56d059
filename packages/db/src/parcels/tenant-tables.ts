import type postgres from 'postgres';

/** A table of a tenant's schema: its columns by name, and the tables of the schema that its foreign keys point to. */
export type TenantTable = { name: string; columns: string[]; references: string[] };

/** Tables whose rows stay where they are, and why. Everything else that the catalog has goes along, of plugins too. */
export const leftOutTables: Readonly<Record<string, string>> = {
  schema_migrations: 'The ledger is written by the migrator where the parcel arrives; what it held stands in the manifest.',
  idempotency_keys: 'Answers kept for two days for requests that a client may repeat to the server it spoke to.',
  export_links: 'Secrets of links that lead to the other server and open a file for minutes.',
};

type Row = Omit<TenantTable, 'columns' | 'references'> & { columns: string; references: string };

/** The tables of a schema as the catalog has them, by name. */
export const tenantTables = async (tx: postgres.ISql, schema: string): Promise<TenantTable[]> => {
  const rows = await tx<Row[]>`
    select c.relname as name,
      (select jsonb_agg(a.attname order by a.attname collate "C") from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')::text as columns,
      (select coalesce(jsonb_agg(distinct f.relname), '[]') from pg_constraint k join pg_class f on f.oid = k.confrelid
       where k.conrelid = c.oid and k.contype = 'f' and f.relnamespace = c.relnamespace)::text as references
    from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname collate "C"`;
  return rows.map(({ name, columns, references }) => ({ name, columns: JSON.parse(columns) as string[], references: JSON.parse(references) as string[] }));
};

/** The tables that go into a parcel. */
export const carriedTables = async (tx: postgres.ISql, schema: string): Promise<TenantTable[]> =>
  (await tenantTables(tx, schema)).filter(({ name }) => !Object.hasOwn(leftOutTables, name));

/** Columns that may hold the id of an account: ids that are neither the row's own nor point into the schema. */
export const accountColumns = async (tx: postgres.ISql, schema: string): Promise<{ table: string; column: string }[]> => [
  ...(await tx<{ table: string; column: string }[]>`
    select c.relname as "table", a.attname as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and k.conkey = array[a.attnum])
    order by 1, 2`),
];
