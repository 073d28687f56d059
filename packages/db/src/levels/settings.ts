import { settingsSchemaVersion, type TenantSettings } from '@saubac/domain/levels';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { raiseRules } from './level-head.ts';

type Row = Readonly<Record<string, string | number | null>>;
/** A table of the tenant's rules whose rows are made exactly those of the settings. */
type RuleTable = { name: string; key: readonly string[]; rest: readonly string[] };

const dated = ['valid_to', 'basis'];
const adoptions: RuleTable = { name: 'equivalence_adoptions', key: ['table_code', 'valid_from'], rest: dated };
const validity: RuleTable = { name: 'certificate_validity', key: ['certificate_type', 'valid_from'], rest: ['months', ...dated] };
const proofs: RuleTable = { name: 'specialised_language_proofs', key: ['certificate_type', 'valid_from'], rest: dated };
const licences: RuleTable = { name: 'issuer_licences', key: ['issuer_id', 'certificate_type', 'valid_from'], rest: dated };

const list = (columns: readonly string[], prefix = '') => sql.raw(columns.map((it) => `${prefix}${it}`).join(', '));

/** Makes the rows of a table exactly these and says how many changed; rows that are right already keep their ids. */
const makeRows = async (tx: TenantSql, { name, key, rest }: RuleTable, rows: readonly Row[]): Promise<number> => {
  const table = sql.raw(name);
  const [counts] = await tx.execute<{ changed: number }>(sql`
    with fresh as materialized (select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)
    ), gone as (
      delete from ${table} t where not exists (select 1 from fresh f where (${list(key, 'f.')}) = (${list(key, 't.')})) returning 1
    ), put as (
      insert into ${table} as t (${list([...key, ...rest])}) select ${list([...key, ...rest])} from fresh
      on conflict (${list(key)}) do update set ${sql.raw(rest.map((it) => `${it} = excluded.${it}`).join(', '))}, version = t.version + 1
      where (${list(rest, 't.')}) is distinct from (${list(rest, 'excluded.')})
      returning 1
    )
    select ((select count(*) from put) + (select count(*) from gone))::int as changed`);
  return counts?.changed ?? 0;
};

const period = (it: { validFrom: string; validTo: string; basis?: string | undefined }): Row => ({ valid_from: it.validFrom, valid_to: it.validTo, basis: it.basis ?? null });

const putIssuers = async (tx: TenantSql, issuers: TenantSettings['issuers']): Promise<number> => {
  const rows = await tx.execute(sql`
    insert into issuers as i (code, name) select f.code, f.name from jsonb_to_recordset(${JSON.stringify(issuers)}::jsonb) as f (code text, name text)
    on conflict (code) do update set name = excluded.name, version = i.version + 1 where i.name <> excluded.name
    returning 1`);
  return rows.length;
};

const issuerIds = async (tx: TenantSql): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.execute<{ code: string; id: string }>(sql`select code, id from issuers`)).map((it) => [it.code, it.id]));

/** Issuers that left the settings. One that stands on a certificate stays, without a licence. */
const dropIssuers = async (tx: TenantSql, kept: readonly string[]): Promise<number> => {
  const rows = await tx.execute(sql`
    delete from issuers i where i.code not in (select jsonb_array_elements_text(${JSON.stringify(kept)}::jsonb))
      and not exists (select 1 from certificates c where c.issuer_id = i.id) and not exists (select 1 from issuer_licences l where l.issuer_id = i.id)
    returning 1`);
  return rows.length;
};

const putParameters = async (tx: TenantSql, parameters: TenantSettings['parameters']): Promise<number> => {
  const rows = await tx.execute(sql`
    insert into settings as s (key, value) values ('parameters', ${JSON.stringify(parameters)}::jsonb)
    on conflict (key) do update set value = excluded.value, version = s.version + 1 where s.value <> excluded.value
    returning 1`);
  return rows.length;
};

/** Makes the tenant's rules exactly those of the settings, which must have been checked. Says how many rows changed. */
export const saveSettings = async (tx: TenantSql, settings: TenantSettings): Promise<number> => {
  const changes = [await putIssuers(tx, settings.issuers)];
  const ids = await issuerIds(tx);
  const licensed = settings.issuers.flatMap(({ code, licences: all }) => all.map((it): Row => ({ issuer_id: ids.get(code) ?? null, certificate_type: it.type, ...period(it) })));
  changes.push(await makeRows(tx, licences, licensed));
  changes.push(await dropIssuers(tx, settings.issuers.map((it) => it.code)));
  changes.push(await makeRows(tx, adoptions, settings.adoptions.map((it) => ({ table_code: it.table, ...period(it) }))));
  changes.push(await makeRows(tx, validity, settings.validity.map((it) => ({ certificate_type: it.type, months: it.months, ...period(it) }))));
  changes.push(await makeRows(tx, proofs, settings.specialisedProofs.map((it) => ({ certificate_type: it.type, ...period(it) }))));
  changes.push(await putParameters(tx, settings.parameters));
  const changed = changes.reduce((sum, it) => sum + it, 0);
  if (changed > 0) await raiseRules(tx);
  return changed;
};

const agg = (table: string, pairs: string, order: string) => sql.raw(`(select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(${pairs})) order by ${order}), '[]') from ${table})`);
const days = `'validFrom', valid_from::text, 'validTo', valid_to::text, 'basis', basis`;

/** The settings that hold in a tenant now, in the form of a settings file, and their version. */
export const settingsAndVersion = async (db: TenantSql): Promise<{ settings: TenantSettings; version: number }> => {
  const [row] = await db.execute<Omit<TenantSettings, 'schemaVersion'> & { version: number }>(sql`
    select (select version from level_head) as version, ${agg('equivalence_adoptions', `'table', table_code, ${days}`, 'valid_from, table_code')} as adoptions,
           (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('type', certificate_type, 'validFrom', valid_from::text, 'validTo', valid_to::text, 'basis', basis))
              || jsonb_build_object('months', months) order by certificate_type, valid_from), '[]') from certificate_validity) as validity,
           (select coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name, 'licences',
              (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('type', l.certificate_type, 'validFrom', l.valid_from::text, 'validTo', l.valid_to::text, 'basis', l.basis))
                 order by l.certificate_type, l.valid_from), '[]') from issuer_licences l where l.issuer_id = i.id)) order by i.code), '[]') from issuers i) as issuers,
           ${agg('specialised_language_proofs', `'type', certificate_type, ${days}`, 'certificate_type, valid_from')} as "specialisedProofs",
           coalesce((select value from settings where key = 'parameters'), '{"yearOnlyBirth": "first-of-january"}') as parameters`);
  if (!row) throw new Error('The settings could not be read');
  const { version, ...settings } = row;
  return { settings: { schemaVersion: settingsSchemaVersion, ...settings }, version };
};

/** The settings that hold in a tenant now, in the form of a settings file. */
export const settingsInForce = async (db: TenantSql): Promise<TenantSettings> => (await settingsAndVersion(db)).settings;
