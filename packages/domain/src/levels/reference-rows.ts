import { z } from 'zod';
import { isoDate } from '../values/index.ts';
import type { IsoDate } from '../values/index.ts';
import { certificateKinds, skills } from './certificate.ts';
import type { CertificateType } from './certificate.ts';
import { equivalenceRules } from './equivalence-table.ts';
import type { EquivalenceTable } from './equivalence-table.ts';
import type { Framework } from './framework.ts';

const code = z.string().min(1);
const names = { name_vi: z.string().min(1), name_en: z.string().min(1) };
const from = z.union([z.iso.date(), z.literal('-infinity')]).default('-infinity');
const to = z.union([z.iso.date(), z.literal('infinity')]).default('infinity');

const scoreLimits = z.tuple([z.number(), z.number()]);

/** Rows of the reference tables of levels, as they stand in the files and in the database. */
export const languageRow = z.strictObject({ code, ...names });
export const frameworkRow = z.strictObject({ code, ...names, legal_basis: code });
export const frameworkLevelRow = z.strictObject({ framework_code: code, level: z.int().min(0).max(20), code, ...names, valid_from: from, valid_to: to });
export const certificateTypeRow = z.strictObject({
  code,
  ...names,
  kind: z.enum(certificateKinds),
  language_code: code.nullable(),
  skills: z.array(z.enum(skills)),
  grades: z.array(code),
  licence_required: z.boolean(),
  score_limits: z.strictObject({ overall: scoreLimits.optional(), skill: scoreLimits.optional() }).nullish(),
});
export const equivalenceTableRow = z.strictObject({ code, ...names, legal_basis: code, framework_code: code, valid_from: z.iso.date(), rules: equivalenceRules });

const named = (row: { name_vi: string; name_en: string }) => ({ vi: row.name_vi, en: row.name_en });
const bound = <Open extends string>(text: string, open: Open): IsoDate | Open => (text === open ? open : isoDate(text));

/** A type of certificate from its row. */
export const certificateTypeOf = (row: z.output<typeof certificateTypeRow>): CertificateType => ({
  code: row.code,
  name: named(row),
  kind: row.kind,
  language: row.language_code,
  skills: row.skills,
  grades: row.grades,
  licenceRequired: row.licence_required,
  scoreLimits: row.score_limits ?? {},
});

/** An equivalence table from its row. */
export const equivalenceTableOf = (row: z.output<typeof equivalenceTableRow>): EquivalenceTable => ({
  code: row.code,
  name: named(row),
  legalBasis: row.legal_basis,
  framework: row.framework_code,
  validFrom: isoDate(row.valid_from),
  rules: row.rules,
});

/** A framework from its row and the rows of all levels. */
export const frameworkOf = (row: z.output<typeof frameworkRow>, levels: readonly z.output<typeof frameworkLevelRow>[]): Framework => ({
  code: row.code,
  name: named(row),
  legalBasis: row.legal_basis,
  levels: levels
    .filter((it) => it.framework_code === row.code)
    .map((it) => ({ level: it.level, code: it.code, name: named(it), from: bound(it.valid_from, '-infinity'), to: bound(it.valid_to, 'infinity') }))
    .toSorted((one, other) => one.level - other.level),
});

/** The rows of a reference file `{ table, rows }`; throws, naming the place, if the file is not of that table or a row is not in form. */
export const rowsOfFile = <T extends z.ZodType>(file: unknown, table: string, row: T): z.output<T>[] =>
  z.strictObject({ table: z.literal(table), rows: z.array(row) }).parse(file).rows;
