import type postgres from 'postgres';
import { referenceKey } from '@saubac/domain/parcels';

/** Rows of a reference table that a tenant points to: their keys as texts, and a digest of each whole row. */
export type UsedReference = { table: string; columns: string[]; rows: { key: string[]; digest: string }[] };

type Link = { table: string; columns: string[]; reference: string; keys: string[] };

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const keyJson = (columns: readonly string[]): string => `jsonb_build_array(${columns.map((it) => `${quoted(it)}::text`).join(', ')})::text`;

/** Every foreign key of a schema into the reference data, as the catalog has it. */
const referenceLinks = async (tx: postgres.ISql, schema: string): Promise<Link[]> => {
  const names = (relation: string, list: string): string =>
    `(select jsonb_agg(a.attname order by p.at) from unnest(${list}) with ordinality p (number, at) join pg_attribute a on a.attrelid = ${relation} and a.attnum = p.number)::text`;
  const rows = await tx.unsafe<{ table: string; columns: string; reference: string; keys: string }[]>(
    `select c.relname as "table", ${names('k.conrelid', 'k.conkey')} as columns, f.relname as reference, ${names('k.confrelid', 'k.confkey')} as keys
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
     where k.contype = 'f' and c.relnamespace = $1::regnamespace and f.relnamespace = 'platform'::regnamespace order by 1, 2`,
    [schema],
  );
  return rows.map(({ columns, keys, ...row }) => ({ ...row, columns: JSON.parse(columns) as string[], keys: JSON.parse(keys) as string[] }));
};

const usedKeys = async (tx: postgres.ISql, { table, columns }: Link): Promise<string[]> => {
  const rows = await tx.unsafe<{ key: string }[]>(
    `select distinct ${keyJson(columns)} as key from ${quoted(table)} where num_nulls(${columns.map(quoted).join(', ')}) = 0`,
  );
  return rows.map(({ key }) => key);
};

/** The keys of the reference data that a tenant's rows point to, by table and key columns. Asked as the tenant's owner. */
export const usedReferenceKeys = async (tx: postgres.ISql, schema: string): Promise<Map<string, Set<string>>> => {
  const used = new Map<string, Set<string>>();
  for (const link of await referenceLinks(tx, schema)) {
    const of = JSON.stringify([link.reference, link.keys]);
    used.set(of, new Set([...(used.get(of) ?? []), ...(await usedKeys(tx, link))]));
  }
  return used;
};

type ReferenceRow = { key: string; digest: string };

const referenceRows = (sql: postgres.ISql, table: string, columns: readonly string[]): Promise<ReferenceRow[]> =>
  sql.unsafe<ReferenceRow[]>(`select ${keyJson(columns)} as key, md5(to_jsonb(r)::text) as digest from platform.${quoted(table)} r order by 1`);

/** Those rows with their digests. Asked by who may read `platform`. */
export const digestReference = async (sql: postgres.ISql, used: ReadonlyMap<string, ReadonlySet<string>>): Promise<UsedReference[]> => {
  const found: UsedReference[] = [];
  for (const [of, keys] of used) {
    const [table, columns] = JSON.parse(of) as [string, string[]];
    const rows = (await referenceRows(sql, table, columns)).filter(({ key }) => keys.has(key));
    if (rows.length > 0) found.push({ table, columns, rows: rows.map(({ key, digest }) => ({ key: JSON.parse(key) as string[], digest })) });
  }
  return found;
};

/** What this server has of the reference tables that a parcel names: the digest of each row by its key. A table that is not there has no rows. */
export const referenceHere = async (sql: postgres.ISql, wanted: readonly Pick<UsedReference, 'table' | 'columns'>[]): Promise<Map<string, string>> => {
  const here = new Map<string, string>();
  const known = new Set((await sql<{ name: string }[]>`select attrelid::regclass::text || '.' || attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'platform'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`).map(({ name }) => name.replace(/^platform\./, '')));
  for (const { table, columns } of wanted) {
    if (!columns.every((it) => known.has(`${table}.${it}`))) continue;
    for (const { key, digest } of await referenceRows(sql, table, columns)) here.set(referenceKey(table, columns, JSON.parse(key) as string[]), digest);
  }
  return here;
};
