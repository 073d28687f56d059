import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { ClusterError } from '../cluster/cluster-error.ts';
import { referenceTables, type ReferenceTable } from '../tenancy/reference-tables.ts';

type Row = Readonly<Record<string, unknown>>;
type ReferenceFile = { name: string; digest: string; table: ReferenceTable; rows: readonly Row[] };

const parse = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ClusterError('reference-invalid', `${file} is not JSON: ${(cause as Error).message}`, { file }, cause);
  }
};

const isTable = (name: unknown): name is ReferenceTable => (referenceTables as readonly unknown[]).includes(name);

const readOne = (folder: string, name: string): ReferenceFile | undefined => {
  const text = readFileSync(join(folder, name), 'utf8');
  const content = parse(join(folder, name), text) as { table?: unknown; rows?: readonly Row[] };
  const digest = createHash('sha256').update(text).digest('hex');
  if (content.table === undefined) return undefined; // Another kind of file, such as default settings.
  if (!isTable(content.table) || !Array.isArray(content.rows)) throw new ClusterError('reference-invalid', `${name} must name a reference table and hold its rows.`, { file: name });
  return { name, digest, table: content.table, rows: content.rows };
};

const jsonFilesIn = (folder: string, below = ''): string[] =>
  statSync(join(folder, below), { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(join(folder, below)).filter((file) => file.endsWith('.json')).toSorted().map((file) => `${below}${file}`)
    : [];

/** The reference files of a folder in the order in which they may be loaded. */
export const readReference = (folder: string): ReferenceFile[] =>
  [...jsonFilesIn(folder), ...jsonFilesIn(folder, 'equivalence/')]
    .map((name) => readOne(folder, name))
    .filter((file) => file !== undefined)
    .toSorted((a, b) => referenceTables.indexOf(a.table) - referenceTables.indexOf(b.table));

const keyColumns = async (tx: postgres.TransactionSql, table: ReferenceTable): Promise<string[]> =>
  (await tx<{ name: string }[]>`
    select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indisprimary and i.indrelid = ${`platform.${table}`}::regclass`).map((row) => row.name);

const names = (columns: readonly string[], prefix = ''): string => columns.map((column) => `${prefix}"${column}"`).join(', ');

// Only the columns a row names: the others take their defaults (`-infinity` to `infinity`, for instance).
const upsert = async (tx: postgres.TransactionSql, table: ReferenceTable, key: readonly string[], row: Row): Promise<void> => {
  const columns = Object.keys(row);
  const rest = columns.filter((column) => !key.includes(column));
  const change = rest.length === 0 ? 'do nothing' : `do update set ${rest.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`;
  await tx.unsafe(
    `insert into platform.${table} (${names(columns)}) select ${names(columns, 'r.')} from jsonb_populate_record(null::platform.${table}, $1::text::jsonb) r
     on conflict (${names(key)}) ${change}`,
    [JSON.stringify(row)],
  );
};

const loadFile = async (tx: postgres.TransactionSql, file: ReferenceFile): Promise<void> => {
  const key = await keyColumns(tx, file.table);
  for (const row of file.rows) await upsert(tx, file.table, key, row);
  await tx`insert into platform.reference_files (name, digest) values (${file.name}, ${file.digest}) on conflict (name) do update set digest = excluded.digest, loaded_at = now()`;
};

/**
 * Loads the reference files of a folder (`deploy/reference`) into `platform`: each, also those below `equivalence/`,
 * holds `{ table, rows }`. Files that have not changed since are skipped; rows that disappeared from a file stay, because tenants may
 * refer to them. Returns the files loaded; throws `reference-invalid`.
 */
export const loadReference = async ({ provisioner }: { provisioner: postgres.Sql }, folder: string): Promise<string[]> => {
  const files = readReference(folder);
  return provisioner.begin(async (tx) => {
    const known = new Map((await tx<{ name: string; digest: string }[]>`select name, digest from platform.reference_files`).map((row) => [row.name, row.digest]));
    const changed = files.filter((file) => known.get(file.name) !== file.digest);
    for (const file of changed) {
      await loadFile(tx, file).catch((cause: unknown) => {
        throw new ClusterError('reference-invalid', `${file.name}: ${(cause as Error).message}`, { file: file.name }, cause);
      });
    }
    return changed.map((file) => file.name);
  });
};
