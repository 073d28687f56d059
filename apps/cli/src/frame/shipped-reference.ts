import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReference } from '@saubac/db/reference';
import { certificateTypeRow, equivalenceTableOf, equivalenceTableRow, languageRow, type KnownReference } from '@saubac/domain/levels';
import type { PlanReference } from '@saubac/domain/plan';
import type { LanguageNames } from '@saubac/domain/rules';
import { certificateCodeLists, type CodeList } from '@saubac/services/roster';
import { productRoot } from './installation.ts';

const folder = join(productRoot, 'deploy', 'reference');

const rowsOf = (table: string): unknown[] => readReference(folder).flatMap((it) => (it.table === table ? it.rows : []));

const nationalTargets = (): string[] =>
  (JSON.parse(readFileSync(join(folder, 'national-plan.json'), 'utf8')) as { targets: { id: string }[] }).targets.map((it) => it.id);

const languages = () => languageRow.array().parse(rowsOf('languages'));

/** The names of the languages by their codes. */
export const shippedLanguageNames = (): LanguageNames => Object.fromEntries(languages().map((it) => [it.code, { vi: it.name_vi, en: it.name_en }]));

/** What a plan may name beside its own elements, known before there is any database: languages and rows of the national plan. */
export const shippedForPlans = (): PlanReference => ({ languages: languages().map((it) => it.code), nationalTargets: nationalTargets() });

/** What settings may name, known before there is any database. */
export const shippedForSettings = (): KnownReference => ({
  tables: equivalenceTableRow.array().parse(rowsOf('equivalence_tables')).map(equivalenceTableOf),
  types: new Set(certificateTypeRow.array().parse(rowsOf('certificate_types')).map((it) => it.code)),
});

const named = (row: { code: string; name_vi: string; name_en: string }) => ({ code: row.code, label: { vi: row.name_vi, en: row.name_en } });

/** The codes that a roster may use, for its template. */
export const shippedForRosters = (): CodeList[] =>
  certificateCodeLists(certificateTypeRow.array().parse(rowsOf('certificate_types')).map(named), languageRow.array().parse(rowsOf('languages')).map(named));

/** The settings of a tenant that brings none. */
export const defaultSettingsFile = join(folder, 'default-settings.json');
