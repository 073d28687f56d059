import { z } from '@hono/zod-openapi';
import { certificateKinds, skills } from '@saubac/domain/levels';
import { code, day, id, line, localText, shownDay } from '../frame/index.ts';

const basis = z.string().nullable().openapi({ description: 'Document, or who decided and why.' });
const shownDays = { id, from: shownDay, lastDay: shownDay.nullable().openapi({ description: 'Inclusive; null: no end.' }), basis, version: z.int() };

// The settings hold the day after the last one, which has to be a day that can be written.
const lastDay = day.refine((text) => text < '2200-12-31', { error: 'day' }).openapi({ type: 'string', format: 'date' }).nullable();

/** How a change of a catalogue is meant. */
export const intention = {
  correct: z.boolean().default(false).openapi({ description: 'It says how it always was: days gone may change. Needs a reason.' }),
  why: line(500).optional().openapi({ description: 'The reason, kept in the audit.' }),
  dryRun: z.boolean().default(false).openapi({ description: 'Nothing is kept; the answer says what would have been.' }),
};

/** Days of a new row. */
export const writtenDays = {
  from: day,
  lastDay: lastDay.default(null).openapi({ description: 'Inclusive; null: no end.' }),
  basis: line(500).optional().openapi({ description: 'Document, or who decided and why.' }),
};

/** A new last day of a row. */
export const newEnd = z.object({ lastDay: lastDay.openapi({ description: 'Inclusive; null: no end.' }), ...intention });

/** That a row is to be taken away. */
export const removal = z.object(intention);

/** What a change of a catalogue does to people. */
const effect = z
  .object({
    on: shownDay.openapi({ description: 'The day for which people were counted.' }),
    peopleWithAnotherLevel: z.object({ verified: z.int(), declared: z.int() }).openapi({ description: 'People whose level in a language is another by the tables adopted: by verified certificates, and with declared ones too.' }),
    levelsRewritten: z.object({ certificates: z.int(), written: z.int(), removed: z.int(), people: z.int() }).openapi({ description: 'Levels written anew, where a validity or licence changed.' }),
  })
  .openapi('CatalogueEffect');

/** A changed row with its effect. */
export const withEffect = <Row extends z.ZodType>(row: Row) => z.object({ row, effect, kept: z.boolean().openapi({ description: 'False after a dry run.' }) });

export const adoption = z.object({ table: z.string(), ...shownDays }).openapi('Adoption');
export const validityRule = z.object({ type: z.string(), months: z.int().nullable().openapi({ description: 'Months from the exam date; null: without end.' }), ...shownDays }).openapi('ValidityRule');
export const specialisedProof = z.object({ type: z.string(), ...shownDays }).openapi('SpecialisedProof');
export const licence = z.object({ type: z.string(), ...shownDays }).openapi('Licence');
export const issuer = z.object({ id, code: z.string(), name: z.string(), version: z.int(), licences: z.array(licence) }).openapi('Issuer');

export const newAdoption = z.object({
  table: code.openapi({ description: 'Code of an equivalence table.' }),
  ...writtenDays,
  endsTables: z.array(code).max(50).default([]).openapi({ description: 'Tables whose adoption ends when this one begins.' }),
  ...intention,
});
export const newValidityRule = z.object({ type: code, months: z.int().min(1).max(600).nullable(), ...writtenDays, ...intention });
export const newTypedRow = z.object({ type: code.openapi({ description: 'Code of a certificate type.' }), ...writtenDays, ...intention });

const levelRow = z.object({ level: z.int(), from: z.union([z.number(), z.string(), z.record(z.string(), z.number())]), to: z.union([z.number(), z.string(), z.record(z.string(), z.number())]).optional() });

/** An equivalence table with its lines. */
export const equivalenceTable = z
  .object({
    code: z.string(),
    name: localText,
    legalBasis: z.string(),
    framework: z.string(),
    validFrom: shownDay,
    rules: z.array(z.object({ type: z.string(), by: z.enum(['score', 'skills', 'grade']), clause: z.string(), overallFrom: z.string().optional(), levels: z.array(levelRow) })),
    adopted: z.array(z.object({ from: shownDay, lastDay: shownDay.nullable(), basis })),
  })
  .openapi('EquivalenceTable');

const limits = z.array(z.number()).optional();

/** What certificates may be. */
export const certificateCatalogue = z
  .object({
    types: z.array(
      z.object({
        code: z.string(),
        name: localText,
        kind: z.enum(certificateKinds),
        language: z.string().nullable().openapi({ description: 'Null: it exists in several languages.' }),
        skills: z.array(z.enum(skills)),
        grades: z.array(z.string()).openapi({ description: 'In rising order.' }),
        licenceRequired: z.boolean(),
        scoreLimits: z.object({ overall: limits, skill: limits }).openapi({ description: 'The least and the most that the test gives.' }),
      }),
    ),
    languages: z.array(z.object({ code: z.string(), name: localText })),
    framework: z.object({ code: z.string(), name: localText, legalBasis: z.string(), levels: z.array(z.object({ level: z.int(), code: z.string(), name: localText, from: shownDay.nullable(), lastDay: shownDay.nullable() })) }),
  })
  .openapi('CertificateCatalogue');

const fileDays = {
  validFrom: shownDay,
  validTo: z.string().openapi({ description: 'First day on which it no longer holds, or `infinity`.', example: 'infinity' }),
  basis: z.string().optional(),
};

/** The settings as a document. Days are those of a settings file: the end is the first day on which something no longer holds. */
export const settings = z
  .object({
    schemaVersion: z.literal(1),
    adoptions: z.array(z.object({ table: z.string(), ...fileDays })),
    validity: z.array(z.object({ type: z.string(), months: z.int().nullable(), ...fileDays })),
    issuers: z.array(z.object({ code: z.string(), name: z.string(), licences: z.array(z.object({ type: z.string(), ...fileDays })) })),
    specialisedProofs: z.array(z.object({ type: z.string(), ...fileDays })),
    parameters: z.object({ yearOnlyBirth: z.literal('first-of-january') }),
  })
  .openapi('Settings');
