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
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** What the reference tables hold about levels. */
export type LevelReference = { framework: Framework; types: ReadonlyMap<string, CertificateType>; tables: EquivalenceTable[] };

/** All that decides levels: the reference, the tenant's rules, and which tables it has adopted when. */
export type LevelRules = { context: LevelContext; adoptions: Adoption[] };

// One framework ships. A second one would have to be chosen by the tenant, because levels of two are not comparable.
const readFramework = async (db: TenantSql): Promise<Framework> => {
  const [row] = await db.execute(sql`select code, name_vi, name_en, legal_basis from platform.frameworks order by code limit 1`);
  if (!row) throw new Error('No framework of levels is loaded: load the reference first');
  const levels = await db.execute(
    sql`select framework_code, level, code, name_vi, name_en, valid_from::text as valid_from, valid_to::text as valid_to from platform.framework_levels`,
  );
  return frameworkOf(frameworkRow.parse(row), frameworkLevelRow.array().parse(levels));
};

/** Reads the framework, the types of certificate and every equivalence table that ships. */
export const levelReference = async (db: TenantSql): Promise<LevelReference> => {
  const framework = await readFramework(db);
  const types = await db.execute(
    sql`select code, name_vi, name_en, kind, language_code, to_jsonb(skills) as skills, to_jsonb(grades) as grades, licence_required from platform.certificate_types`,
  );
  const tables = await db.execute(
    sql`select code, name_vi, name_en, legal_basis, framework_code, valid_from::text as valid_from, rules from platform.equivalence_tables order by code`,
  );
  return {
    framework,
    types: new Map(certificateTypeRow.array().parse(types).map((it) => [it.code, certificateTypeOf(it)])),
    tables: equivalenceTableRow.array().parse(tables).map(equivalenceTableOf),
  };
};

/** The codes of the languages that ship. */
export const languageCodes = async (db: TenantSql): Promise<string[]> =>
  (await db.execute<{ code: string }>(sql`select code from platform.languages order by code`)).map((it) => it.code);

/** The names of the languages that ship, by their codes. */
export const languageNames = async (db: TenantSql): Promise<Record<string, { vi: string; en: string }>> =>
  Object.fromEntries((await db.execute<{ code: string; vi: string; en: string }>(sql`select code, name_vi as vi, name_en as en from platform.languages`)).map(({ code, vi, en }) => [code, { vi, en }]));

const validity = (db: TenantSql) =>
  db.execute<ValidityRule>(sql`select certificate_type as type, months, valid_from::text as from, valid_to::text as to, basis from certificate_validity`);

const licences = (db: TenantSql) =>
  db.execute<IssuerLicence>(
    sql`select issuer_id as issuer, certificate_type as type, valid_from::text as from, valid_to::text as to, basis from issuer_licences`,
  );

const adoptions = (db: TenantSql) =>
  db.execute<Adoption>(sql`select table_code as table, valid_from::text as from, valid_to::text as to, basis from equivalence_adoptions order by valid_from, table_code`);

/** Reads everything that decides levels in a tenant. */
export const levelRules = async (db: TenantSql): Promise<LevelRules> => {
  const reference = await levelReference(db);
  return {
    context: { ...reference, validity: [...(await validity(db))], licences: [...(await licences(db))] },
    adoptions: [...(await adoptions(db))],
  };
};
