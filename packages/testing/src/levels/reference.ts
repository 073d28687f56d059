import { readdirSync, readFileSync } from 'node:fs';
import {
  certificateTypeOf, certificateTypeRow, equivalenceTableOf, equivalenceTableRow, frameworkLevelRow, frameworkOf, frameworkRow, languageRow, noScores, rowsOfFile, tenantSettings,
} from '@saubac/domain/levels';
import type { Adoption, Certificate, Framework, IssuerLicence, LevelContext, Scores, TenantSettings } from '@saubac/domain/levels';
import { isoDate } from '@saubac/domain/values';
import type { CertificateId, PersonId } from '@saubac/domain/values';

const folder = new URL('../../../../deploy/reference/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

export const languageRows = rowsOfFile(json('languages.json'), 'languages', languageRow);
export const certificateTypes = rowsOfFile(json('certificate-types.json'), 'certificate_types', certificateTypeRow).map(certificateTypeOf);
export const tables = readdirSync(new URL('equivalence/', folder))
  .toSorted()
  .flatMap((file) => rowsOfFile(json(`equivalence/${file}`), 'equivalence_tables', equivalenceTableRow))
  .map(equivalenceTableOf);
const levelRows = rowsOfFile(json('framework-levels.json'), 'framework_levels', frameworkLevelRow);
const frameworks = rowsOfFile(json('frameworks.json'), 'frameworks', frameworkRow).map((it) => frameworkOf(it, levelRows));
/** The framework that ships; there is one. */
export const framework: Framework = frameworks[0] ?? { code: '', name: { vi: '' }, legalBasis: '', levels: [] };
export const defaultSettings: TenantSettings = tenantSettings.parse(json('default-settings.json'));

export const adoptions: Adoption[] = defaultSettings.adoptions.map((it) => ({ table: it.table, from: it.validFrom, to: it.validTo, basis: it.basis ?? null }));
const licences = defaultSettings.issuers.flatMap(({ code, licences: all }) =>
  all.map((it): IssuerLicence => ({ issuer: code, type: it.type, from: it.validFrom, to: it.validTo, basis: it.basis ?? null })),
);

/** What ships: the reference and the default settings. */
export const context: LevelContext = {
  framework,
  types: new Map(certificateTypes.map((it) => [it.code, it])),
  tables,
  validity: defaultSettings.validity.map((it) => ({ type: it.type, months: it.months, from: it.validFrom, to: it.validTo, basis: it.basis ?? null })),
  licences,
};

let count = 0;

/** A verified certificate of 1 March 2024 in English, but for what is said. */
export const certificate = (type: string, it: Partial<Omit<Certificate, 'scores'>> & { scores?: Partial<Scores> } = {}): Certificate => ({
  id: `c-${(count += 1)}` as CertificateId,
  person: 'p-1' as PersonId,
  type,
  language: 'en',
  number: null,
  issuer: null,
  issuerName: null,
  examDate: isoDate('2024-03-01'),
  expiresOn: null,
  grade: null,
  state: 'verified',
  decision: null,
  ...it,
  scores: { ...noScores, ...it.scores },
});

/** All four scores of a test, in the order listening, reading, speaking, writing. */
export const fourSkills = (listening: number, reading: number, speaking: number, writing: number): Partial<Scores> => ({ listening, reading, speaking, writing });
