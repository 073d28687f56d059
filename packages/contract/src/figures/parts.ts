import { z } from '@hono/zod-openapi';
import type { Condition, Explanation } from '@saubac/domain/rules';
import { code, day, id, localText, shownDay, tenantParams } from '../frame/index.ts';

/** A question about figures: on which day (today where none is named), for which unit, by which plan version. */
export const questionQuery = z.object({
  on: day.optional().openapi({ description: 'Today where none is named.' }),
  unit: code.optional().openapi({ description: 'Code of a unit: it and all below it.' }),
  planVersion: z.coerce.number().int().min(1).max(1_000_000).optional().openapi({ type: 'integer', description: 'A version by its number; else those in force on the day.' }),
});

/** A target of a plan by its id. */
export const targetParams = tenantParams.extend({ target: z.string().min(1).max(200).regex(/^[a-z0-9-]+$/).openapi({ example: 'officials-2030' }) });

const heads = z.int().nullable();
const percent = z.number().nullable().openapi({ description: 'Two decimals; null where nobody is in the cohort.' });
const part = z.object({ denominator: z.int(), numerator: z.int(), percent });

/** How a target stands. Figures are null where there are none to have: `status` says why. */
export const figures = z.object({
  target: z.string(),
  milestone: shownDay,
  denominator: heads,
  numerator: heads,
  percent,
  goalPercent: z.number().nullable(),
  missing: heads.openapi({ description: 'Heads still missing to reach the goal, rounded up.' }),
  focus: part.nullable(),
  levelAlone: part.extend({ missing: z.int() }).nullable().openapi({ description: 'Without the second condition of the target.' }),
  unknown: z.record(z.string(), z.int()).openapi({ description: 'People who might belong to the cohort but for a fact that is not known, by fact.' }),
  status: z.enum(['measured', 'empty', 'not-yet-measurable', 'unavailable', 'met', 'no-evidence']),
});

/** How a target stands, with its title. */
export const progressFigures = figures.extend({ title: localText }).openapi('TargetFigures');

/** How a target stands by a plan version. */
export const planProgress = progressFigures.extend({ plan: z.string(), planVersion: z.int(), statusText: z.string() }).openapi('TargetProgress');

/** A condition of a rule as it came out for one person. */
export const explainedCondition = z
  .object({ condition: z.custom<Condition>().openapi({ type: 'object', description: 'The condition as it stands in the rule.' }), value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string()).readonly(), z.null()]).openapi({ description: 'Flag, number, code, or the codes of a unit and those above it; null: not known.' }), holds: z.boolean(), unknown: z.boolean() })
  .openapi('ExplainedCondition');

/** Somebody behind a figure. */
export const personBehind = z.object({
  id,
  fullName: z.string(),
  birthDate: shownDay.nullable(),
  birthPrecision: z.enum(['day', 'month', 'year']),
  unit: z.object({ code: z.string(), name: z.string() }),
  reason: z.array(explainedCondition).openapi({ description: 'The conditions that decided.' }),
  sentence: z.string().openapi({ description: 'The same in words, in the language of the request.' }),
});

/** A rule as it came out for one person, part by part. */
export const explanation = z.custom<Explanation>().openapi('RuleExplanation', {
  type: 'object',
  description: '`form` all or any with `parts`, not with `part`, condition with `condition` and `value`; each with `holds` and `unknown`.',
});

const cite = z.object({ document: z.string(), clause: z.string(), quote: z.string(), wording: z.literal('summary').optional() });

/** A part of the plan as it came out for one person, with its clause. */
export const explainedElement = z.object({ id: z.string(), title: localText, cite, explanation });

/** Why somebody counts or does not count for a target. */
export const targetExplanation = z
  .object({
    on: shownDay,
    person: z.object({ id, fullName: z.string() }),
    plan: z.string(),
    planVersion: z.int(),
    target: z.string(),
    title: localText,
    cite,
    counts: z.boolean(),
    reached: z.boolean(),
    extraMeasurable: z.boolean(),
    level: z.int().nullable().openapi({ description: 'The best level that holds on the day in the languages of the target.' }),
    certificates: z.array(z.object({ id, type: localText, examDate: shownDay })).openapi({ description: 'All certificates of the person, whose fate `lines` tell.' }),
    posts: z.array(
      z.object({ unitCode: z.string(), unitName: z.string(), kind: z.string(), office: z.string().nullable(), main: z.boolean(), from: shownDay, lastDay: shownDay.nullable() }),
    ),
    rules: z
      .object({
        unitName: z.string(),
        subjects: z.array(explainedElement),
        exclusions: z.array(explainedElement),
        cohort: explanation,
        reachedWhen: explanation,
        extra: explanation.nullable(),
        focus: explanation.nullable(),
      })
      .nullable()
      .openapi({ description: 'Null for somebody who is not present there on the day.' }),
    lines: z.array(z.string()).openapi({ description: 'The whole explanation in words, in the language of the request; indented lines belong to the one above them.' }),
  })
  .openapi('TargetExplanation');
