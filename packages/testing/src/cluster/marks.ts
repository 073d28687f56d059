import type { Client } from '@saubac/db/cluster';

/**
 * By what it is seen whether a database has changed: of each table that holds anything the number of rows and the newest transaction that wrote
 * one, of each sequence where it stands, and of the catalogue (tables, rights, triggers, functions, settings) the same as of a table.
 */
export type Marks = { tables: Record<string, string>; sequences: Record<string, string>; catalogue: string };

const markOf = (from: string): string => `(select count(*) || '/' || coalesce(max(xmin::text::bigint), 0) from ${from})`;

// Schemas and tables of the moment go with their session.
const lasting = (namespace: string): string => `${namespace} not in (select oid from pg_namespace where nspname like 'pg_temp%' or nspname like 'pg_toast_temp%')`;

const catalogue = [
  `pg_class where ${lasting('relnamespace')}`,
  `pg_namespace where ${lasting('oid')}`,
  ...['pg_proc', 'pg_trigger', 'pg_constraint', 'pg_policy', 'pg_default_acl', 'pg_attrdef', 'pg_extension'],
  'pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database())',
];

const own = "relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')";
const counted = "query_to_xml(format('select count(*) || ''/'' || coalesce(max(xmin::text::bigint), 0) as m from only %s', it), false, true, '')";

/** The mark of the catalogue alone. */
export const catalogueOf = async (client: Client): Promise<string> => {
  const [found] = await client.unsafe<{ catalogue: string }[]>(`select ${catalogue.map(markOf).join(" || ' ' || ")} as catalogue`);
  return found?.catalogue ?? '';
};

/** The marks of the database that a superuser's client is connected to. Nobody else should be. */
export const marksOf = async (client: Client): Promise<Marks> => {
  const [found] = await client.unsafe<Marks[]>(`
    select ${catalogue.map(markOf).join(" || ' ' || ")} as catalogue,
      (select coalesce(json_object_agg(it, mark), '{}') from (
        select it, (xpath('//m/text()', ${counted}))[1]::text as mark
        from (select c.oid::regclass::text as it from pg_class c where c.relkind = 'r' and ${own} and pg_relation_size(c.oid) > 0) filled
      ) marked where mark not like '0/%') as tables,
      (select coalesce(json_object_agg(it, mark), '{}') from (
        select it, (xpath('//m/text()', query_to_xml(format('select last_value || ''/'' || is_called as m from %s', it), false, true, '')))[1]::text as mark
        from (select c.oid::regclass::text as it from pg_class c where c.relkind = 'S' and ${own}) sequences
      ) marked) as sequences`);
  if (!found) throw new Error('The database told no marks.');
  return found;
};

/** Of two of the same kind, what stands in one alone or with another mark. */
export const differing = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);
