import { z } from 'zod';
import { rule } from '../rules/index.ts';
import { cite, elementShape, reading } from './element.ts';

/** People the plan is for, or is not for. A person is a subject if one of the subjects holds, and is left out if one of the exclusions does. */
export const subject = z.strictObject({ ...elementShape, rule }).meta({ id: 'Subject', description: 'A group of people, as a rule over facts' });

/** Which certificates count towards the plan's levels. */
export const certificates = z.strictObject({
  states: z.array(z.enum(['declared', 'verified'])).min(1),
  cite,
  alsoCites: z.array(cite).optional(),
  reading: reading.optional(),
});
