import { z } from 'zod';
import { cite, day, elementId, elementShape, listOf, localText, reading, statement } from './element.ts';

/** A document the plan is, rests on or cites. A plan whose number or day is not known says null. */
export const planDocument = z
  .strictObject({
    id: elementId,
    number: z.string().min(1).nullable(),
    title: localText,
    kind: z.enum(['plan', 'decision', 'circular', 'official-letter', 'law', 'resolution', 'decree', 'agreement', 'other']),
    issuer: localText,
    issuedOn: day.nullable(),
    signedBy: z.string().min(1).optional(),
  })
  .meta({ id: 'Document', description: 'The plan itself, its legal basis and every document a clause names' });

/** A document on whose authority the plan was made, with the words that say so. */
export const basis = z.strictObject({ document: elementId, cite });

/** The days of the whole plan, both inclusive. */
export const planPeriod = z.strictObject({ from: day, to: day, cite, alsoCites: z.array(cite).optional() });

/** On whose territory the plan is valid: every unit of the tenant, or the units named by stable code with all below them. */
export const scope = z.strictObject({
  units: z.union([z.literal('all'), z.array(z.string().min(1)).min(1)]),
  cite,
  reading: reading.optional(),
});

/** A stage of the plan and what is done in it. */
export const phase = z
  .strictObject({ ...elementShape, from: day, to: day, activities: listOf(statement) })
  .meta({ id: 'Phase', description: 'A stage of the plan, both days inclusive, and its activities' });

/** A word the plan defines, and where it names kinds of people, which. */
export const definition = z
  .strictObject({ ...elementShape, term: z.string().min(1), kinds: z.array(z.string().min(1)).optional() })
  .meta({ id: 'Definition', description: 'A word the plan defines' });

/** A reading that touches many elements: the day of an age, what a certificate must be to count. It may have no clause of its own. */
export const convention = z
  .strictObject({ id: elementId, title: localText, cite: cite.optional(), alsoCites: z.array(cite).optional(), reading })
  .meta({ id: 'Convention', description: 'A reading that touches many elements of the plan' });
