import type { SettingsRow, SettingsRowKind } from '@saubac/domain/levels';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** A dated row of the tenant's settings as it is kept. */
export type KeptRow<Kind extends SettingsRowKind = SettingsRowKind> = Extract<SettingsRow, { of: Kind }> & { id: string; version: number; basis: string | null };

const tables: Readonly<Record<SettingsRowKind, { name: string; columns: string; order: string }>> = {
  adoption: { name: 'equivalence_adoptions r', columns: `'table', r.table_code`, order: 'r.valid_from desc, r.table_code' },
  validity: { name: 'certificate_validity r', columns: `'type', r.certificate_type, 'months', r.months`, order: 'r.certificate_type, r.valid_from desc' },
  licence: { name: 'issuer_licences r join issuers i on i.id = r.issuer_id', columns: `'issuer', i.code, 'type', r.certificate_type`, order: 'r.certificate_type, r.valid_from desc' },
  proof: { name: 'specialised_language_proofs r', columns: `'type', r.certificate_type`, order: 'r.certificate_type, r.valid_from desc' },
};

/** A row as an object, for `jsonb_agg` or alone. */
const rowOf = (kind: SettingsRowKind): string =>
  `jsonb_build_object('of', '${kind}', 'id', r.id, 'version', r.version, ${tables[kind].columns}, 'validFrom', r.valid_from, 'validTo', r.valid_to, 'basis', r.basis)`;

const read = async <Kind extends SettingsRowKind>(db: TenantSql, kind: Kind, where: SQL): Promise<KeptRow<Kind>[]> => {
  const { name, order } = tables[kind];
  const rows = await db.execute<{ row: KeptRow<Kind> }>(sql`select ${sql.raw(rowOf(kind))} as row from ${sql.raw(name)} ${where} order by ${sql.raw(order)}`);
  return rows.map(({ row }) => row);
};

/** Every row of a kind, the latest first. */
export const settingsRows = <Kind extends SettingsRowKind>(db: TenantSql, kind: Kind): Promise<KeptRow<Kind>[]> => read(db, kind, sql``);

/** A row by its id. */
export const settingsRow = async <Kind extends SettingsRowKind>(db: TenantSql, kind: Kind, id: string): Promise<KeptRow<Kind> | undefined> => (await read(db, kind, sql`where r.id = ${id}::uuid`))[0];

/** A body that examines and certifies, with its licences. */
export type KeptIssuer = { id: string; code: string; name: string; version: number; licences: Omit<KeptRow<'licence'>, 'of' | 'issuer'>[] };

const issuersWhere = async (db: TenantSql, where: SQL): Promise<KeptIssuer[]> => [
  ...(await db.execute<KeptIssuer>(sql`
    select i.id, i.code, i.name, i.version, coalesce((select jsonb_agg(${sql.raw(rowOf('licence'))} - 'of' - 'issuer' order by r.certificate_type, r.valid_from desc) from issuer_licences r where r.issuer_id = i.id), '[]') as licences
    from issuers i ${where} order by i.code`)),
];

/** Every issuer of the tenant, by code. */
export const issuers = (db: TenantSql): Promise<KeptIssuer[]> => issuersWhere(db, sql``);

/** An issuer by its id. */
export const issuerById = async (db: TenantSql, id: string): Promise<KeptIssuer | undefined> => (await issuersWhere(db, sql`where i.id = ${id}::uuid`))[0];

/** An issuer by its code. */
export const issuerByCode = async (db: TenantSql, code: string): Promise<KeptIssuer | undefined> => (await issuersWhere(db, sql`where i.code = ${code}::text`))[0];

/** People whose level in a language would be another on a day; `verified`: by verified certificates alone, `declared`: with declared ones too. */
export type PeopleChanged = { verified: number; declared: number };

/** How many people have another level on a day by some adopted tables than by others. */
export const peopleChangedByAdoption = async (db: TenantSql, { on, before, after }: { on: IsoDate; before: readonly string[]; after: readonly string[] }): Promise<PeopleChanged> => {
  const best = (codes: readonly string[], state: string): SQL =>
    sql`max(l.level) filter (where ${sql.raw(state)} and (l.equivalence_code is null or l.equivalence_code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))))`;
  const differs = (state: string): SQL => sql`${best(before, state)} is distinct from ${best(after, state)}`;
  const [row] = await db.execute<PeopleChanged>(sql`
    select count(distinct person_id) filter (where verified)::int as verified, count(distinct person_id) filter (where declared)::int as declared
    from (
      select l.person_id, ${differs("l.state = 'verified'")} as verified, ${differs("l.state in ('verified', 'declared')")} as declared
      from certificate_levels l where l.valid_from <= ${on}::date and l.valid_to > ${on}::date and l.state in ('verified', 'declared') group by l.person_id, l.language_code
    ) x`);
  return row ?? { verified: 0, declared: 0 };
};
