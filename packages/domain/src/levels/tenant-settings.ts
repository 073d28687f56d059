import { z } from 'zod';
import { parseIsoDate } from '../values/index.ts';
import type { IsoDate } from '../values/index.ts';

/** The version of the JSON form of a tenant's settings. */
export const settingsSchemaVersion = 1;

const code = z.string().min(1);
const day = z.iso.date().refine((text) => parseIsoDate(text) !== undefined, { message: 'No such day between 1900 and 2200' }).transform((text) => text as IsoDate);
const firstDay = day.describe('First day, yyyy-mm-dd');
const endDay = z.union([day, z.literal('infinity')]).default('infinity').describe('First day on which it no longer holds (in plans and rosters the last day stands instead); absent: no end known');
const basis = z.string().min(1).optional().describe('Document, or who decided and why');

const adoption = z.strictObject({ table: code.describe('Code of an equivalence table'), validFrom: firstDay, validTo: endDay, basis });
const validity = z.strictObject({
  type: code.describe('Code of a certificate type'),
  months: z.int().min(1).max(600).nullable().describe('Months from the exam date; null: without end'),
  validFrom: firstDay.describe('First exam date that the rule holds for'),
  validTo: endDay,
  basis,
});
const licence = z.strictObject({ type: code, validFrom: firstDay, validTo: endDay, basis });
const issuer = z.strictObject({ code, name: z.string().min(1), licences: z.array(licence).default([]) });
const proof = z.strictObject({ type: code, validFrom: firstDay, validTo: endDay, basis });
const parameters = z.strictObject({
  yearOnlyBirth: z.enum(['first-of-january']).default('first-of-january').describe('The day that a birth date known by its year alone counts as'),
});

/**
 * What a province decides about levels: which equivalence tables count from when, how long certificates count, who may examine, what
 * proves a specialised language.
 */
export const tenantSettings = z
  .strictObject({
    $schema: z.string().optional(),
    schemaVersion: z.literal(settingsSchemaVersion),
    adoptions: z.array(adoption),
    validity: z.array(validity),
    issuers: z.array(issuer),
    specialisedProofs: z.array(proof).default([]),
    parameters: parameters.default({ yearOnlyBirth: 'first-of-january' }),
  })
  .meta({ title: 'Settings of a tenant', description: 'What a province decides about levels and certificates' });

/** Settings as read, with defaults filled in. */
export type TenantSettings = z.output<typeof tenantSettings>;

/** The JSON Schema of a settings file, for editors and for whoever writes one. */
export const settingsJsonSchema = (): Record<string, unknown> => z.toJSONSchema(tenantSettings, { io: 'input' });
