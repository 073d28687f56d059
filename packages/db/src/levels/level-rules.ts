import {
  type Adoption,
  type CertificateType,
  certificateTypeOf,
  certificateTypeRow,
  type EquivalenceTable,
  equivalenceTableOf,
  equivalenceTableRow,
  type Framework,
  frameworkLevelRow,
  frameworkOf,
  frameworkRow,
  type IssuerLicence,
  type LevelContext,
  type ValidityRule,
} from '@saubac/domain/levels';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantDb, TenantSql } from '../tenancy/index.ts';

/** What the reference tables hold about levels. */
export type LevelReference = { framework: Framework; types: ReadonlyMap<string, CertificateType>; tables: EquivalenceTable[]; languages: ReadonlySet<string> };

/** All that decides levels: the reference, the tenant's rules, and which tables it has adopted when. `version` rises when the tenant changes its rules. */
export type LevelRules = { version: number; context: LevelContext; adoptions: Adoption[]; languages: ReadonlySet<string> };

const rowsOf = (query: string): SQL => sql.raw(`(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${query}) x)`);

// Dates stay texts in JSON, `-infinity` and `infinity` included.
const reference = sql`
  ${rowsOf('select code, name_vi, name_en, legal_basis from platform.frameworks order by code limit 1')} as frameworks,
  ${rowsOf('select framework_code, level, code, name_vi, name_en, valid_from, valid_to from platform.framework_levels')} as levels,
  ${rowsOf('select code, name_vi, name_en, kind, language_code, skills, grades, licence_required, score_limits from platform.certificate_types order by code')} as types,
  ${rowsOf('select code, name_vi, name_en, legal_basis, framework_code, valid_from, rules from platform.equivalence_tables order by code')} as tables,
  (select coalesce(jsonb_agg(code order by code), '[]') from platform.languages) as languages`;

type ReferenceRow = { frameworks: unknown[]; levels: unknown; types: unknown; tables: unknown; languages: string[] };

// One framework ships. A second one would have to be chosen by the tenant, because levels of two are not comparable.
const referenceOf = ({ frameworks: [first], levels, types, tables, languages }: ReferenceRow): LevelReference => {
  if (first === undefined) throw new Error('No framework of levels is loaded: load the reference first');
  return {
    framework: frameworkOf(frameworkRow.parse(first), frameworkLevelRow.array().parse(levels)),
    types: new Map(certificateTypeRow.array().parse(types).map((it) => [it.code, certificateTypeOf(it)])),
    tables: equivalenceTableRow.array().parse(tables).map(equivalenceTableOf),
    languages: new Set(languages),
  };
};

/** Reads the framework, the types of certificate, every equivalence table and language that ships. */
export const levelReference = async (db: TenantSql): Promise<LevelReference> => {
  const [row] = await db.execute<ReferenceRow>(sql`select ${reference}`);
  return referenceOf(row!);
};

type RulesRow = ReferenceRow & { version: number; validity: ValidityRule[]; licences: IssuerLicence[]; adoptions: Adoption[] };

/** Reads everything that decides levels in a tenant. */
export const levelRules = async (db: TenantSql): Promise<LevelRules> => {
  const [row] = await db.execute<RulesRow>(sql`
    select ${reference}, (select version from level_head) as version,
           ${rowsOf('select certificate_type as type, months, valid_from as from, valid_to as to, basis from certificate_validity order by valid_from')} as validity,
           ${rowsOf('select issuer_id as issuer, certificate_type as type, valid_from as from, valid_to as to, basis from issuer_licences order by valid_from')} as licences,
           ${rowsOf('select table_code as table, valid_from as from, valid_to as to, basis from equivalence_adoptions order by valid_from, table_code')} as adoptions`);
  const { version, validity, licences, adoptions } = row!;
  const { languages, ...rest } = referenceOf(row!);
  return { version, context: { ...rest, validity, licences }, adoptions, languages };
};

// What ships changes with a new release, which a process that serves may outlive by this much.
const keptForMs = 60_000;
const kept = new WeakMap<TenantDb, { rules: LevelRules; until: number }>();

/**
 * The rules of a version, read once for each tenant's database: reading and parsing them costs more than writing a certificate. `reader` is
 * the transaction that holds `level_head`, so that no other version can come while it is at work.
 */
export const levelRulesAt = async (db: TenantDb, version: number, reader: TenantSql): Promise<LevelRules> => {
  const found = kept.get(db);
  if (found?.rules.version === version && performance.now() < found.until) return found.rules;
  const rules = await levelRules(reader);
  kept.set(db, { rules, until: performance.now() + keptForMs });
  return rules;
};

/** The codes of the languages that ship. */
export const languageCodes = async (db: TenantSql): Promise<string[]> =>
  (await db.execute<{ code: string }>(sql`select code from platform.languages order by code`)).map((it) => it.code);

/** The names of the languages that ship, by their codes. */
export const languageNames = async (db: TenantSql): Promise<Record<string, { vi: string; en: string }>> =>
  Object.fromEntries((await db.execute<{ code: string; vi: string; en: string }>(sql`select code, name_vi as vi, name_en as en from platform.languages order by code`)).map(({ code, vi, en }) => [code, { vi, en }]));
