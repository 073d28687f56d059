import { z } from 'zod';

import { parseIsoDate } from '../values/index.ts';

/** The version of the JSON form of a rule. A change that an older reader would misunderstand raises it. */
export const ruleSchemaVersion = 1;

/** The day on which an age is taken: that of the question, the milestone of the target, or a fixed day. */
export const ageDay = z.union([z.enum(['as-of', 'milestone']), z.iso.date().refine((text) => parseIsoDate(text) !== undefined)]);
export type AgeDay = z.infer<typeof ageDay>;

const fact = z.string().min(1);
const amount = z.union([z.number(), z.string().min(1)]);
/** What a fact is asked with: the day of an age, the languages of a level. */
const parameters = { on: ageDay.optional(), languages: z.union([z.literal('any'), z.array(z.string()).min(1)]).optional() };

/** One condition on one fact. Exactly one comparison. */
export const condition = z.union([
  z.strictObject({ fact, is: z.boolean(), ...parameters }),
  z.strictObject({ fact, in: z.array(z.string()).min(1), ...parameters }),
  z.strictObject({ fact, within: z.array(z.string()).min(1), ...parameters }),
  z.strictObject({ fact, atLeast: amount, ...parameters }),
  z.strictObject({ fact, atMost: amount, ...parameters }),
  z.strictObject({ fact, above: amount, ...parameters }),
  z.strictObject({ fact, below: amount, ...parameters }),
]);
export type Condition = z.infer<typeof condition>;

/**
 * A rule over the facts of one person on one date, as it stands in a plan file and in the database.
 * `all` of nothing is true, `any` of nothing is false.
 */
export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | Condition;

export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([z.strictObject({ all: z.array(rule) }), z.strictObject({ any: z.array(rule) }), z.strictObject({ not: rule }), condition]),
).meta({ id: 'Rule', description: 'A rule over the facts of a person on a date' });

export { conditionsOf, isAll, isAny, isNot } from './parts.ts';
