import { z } from 'zod';
import { rule } from '../rules/index.ts';
import { cite, day, elementId, elementShape, localText, reading } from './element.ts';

/** People the plan is for, or is not for. A person is a subject if one of the subjects holds, and is left out if one of the exclusions does. */
export const subject = z.strictObject({ ...elementShape, rule }).meta({ id: 'Subject', description: 'A group of people, as a rule over facts' });

/** Which certificates count towards the plan's levels. */
export const certificates = z.strictObject({
  states: z.array(z.enum(['declared', 'verified'])).min(1),
  languages: z.union([z.literal('any'), z.array(z.string().min(1)).min(1)]).default('any'),
  cite,
  alsoCites: z.array(cite).optional(),
  reading: reading.optional(),
});

const governmentLevelRow = z.strictObject({
  from: day,
  to: day.optional(),
  /** All that is given must hold: one of the tiers, one of the kinds of body, one of the units or a unit below one. */
  when: z.strictObject({
    tiers: z.array(z.string().min(1)).min(1).optional(),
    bodyKinds: z.array(z.string().min(1)).min(1).optional(),
    units: z.array(z.string().min(1)).min(1).optional(),
  }),
  level: z.string().min(1),
});

/**
 * At which level of government a unit's people count, by date: the first row that holds decides. Where none does, the unit's own tier
 * decides as long as that level of government exists (the district ended on 1 July 2025).
 */
export const governmentLevels = z
  .strictObject({ rows: z.array(governmentLevelRow), basis: z.array(elementId).optional(), note: localText.optional(), reading: reading.optional() })
  .meta({ id: 'GovernmentLevels', description: 'Dated rows unit → level of government; the first that holds decides, else the tier of the unit' });
export type GovernmentLevels = z.output<typeof governmentLevels>;
