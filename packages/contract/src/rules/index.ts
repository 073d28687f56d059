import { createRoute, z } from '@hono/zod-openapi';
import { code, day, id, json, jsonBody, localText, refused, shownDay, signedIn, tenantParams } from '../frame/index.ts';
import { personBehind } from '../figures/parts.ts';
import { planFault } from '../plans/parts.ts';

// Whatever is sent is judged by the verb, place by place; but something must be.
const rule = z.unknown().refine((it) => it !== undefined, { error: 'required' }).openapi('Rule', {
  description: 'A rule over the facts of a person: `{all: […]}`, `{any: […]}`, `{not: …}`, or a condition such as `{fact: "age", below: 40, on: "as-of"}`. Which facts there are: GET facts.',
  example: { all: [{ fact: 'kind', in: ['civil-servant'] }, { fact: 'age', below: 40, on: 'as-of' }] },
});

const sentence = z.object({ vi: z.string(), en: z.string() }).openapi({ description: 'The rule read aloud.' });
const coded = z.object({ code: z.string(), label: localText });

const fact = z
  .object({
    id: z.string(),
    type: z.enum(['flag', 'number', 'code', 'scale', 'level', 'unit']),
    label: localText,
    codes: z.array(coded).readonly().optional().openapi({ description: 'All it can hold; those of a scale in rising order.' }),
    names: z.array(coded).readonly().optional().openapi({ description: 'Words for some of the codes of an open set.' }),
    range: z.object({ least: z.number(), most: z.number() }).optional(),
    fallback: z.union([z.boolean(), z.string(), z.number()]).optional().openapi({ description: 'What takes the place of a missing value.' }),
    absentMeansNone: z.boolean().optional(),
    alwaysKnown: z.boolean().optional(),
    phrase: z.object({ holds: localText, fails: localText }).optional(),
    takes: z.array(z.enum(['on', 'languages'])).readonly().optional().openapi({ description: 'Parameters that a condition must give.' }),
    comparisons: z.array(z.string()).readonly().openapi({ description: 'How it may be compared in a condition.' }),
    plugin: z.string().nullable(),
  })
  .openapi('Fact');

/** What rules may be made of. */
export const listFactsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/facts',
  operationId: 'listFacts',
  tags: ['rules'],
  summary: 'The facts that rules of this tenant may use, the core’s and those of its plugins, and the languages of a level',
  security: signedIn,
  'x-permission': 'plan.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ facts: z.array(fact), languages: z.array(z.object({ code: z.string(), name: localText })) }), 'The catalogue'), ...refused() },
});

/** Checks a rule. */
export const checkRuleRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/rules/check',
  operationId: 'checkRule',
  tags: ['rules'],
  summary: 'Everything wrong with a rule, or how it reads',
  security: signedIn,
  'x-permission': 'plan.read',
  request: { params: tenantParams, ...jsonBody(z.object({ rule }), 'The rule') },
  responses: { 200: json(z.object({ problems: z.array(planFault), sentence: sentence.nullable() }), 'What was found'), ...refused() },
});

const question = z.object({
  rule,
  on: day.optional().openapi({ description: 'Today where none is named.' }),
  unit: code.optional(),
  planVersion: z.int().min(1).max(1_000_000).optional().openapi({ description: 'Among the people this version is about; without it among everybody present.' }),
  milestone: day.optional().openapi({ description: 'The day of an age "on the milestone"; else the day of the question.' }),
  among: z.unknown().optional().openapi({ description: 'A rule too: among the people it holds for. So a cohort is counted within the subjects of a plan that is being written.' }),
  draft: id.optional().openapi({ description: 'Which certificates count and at which level of government a unit does is what this draft says; else what the plan does.' }),
});

/** Counts the people of a rule. */
export const countRuleRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/rules/count',
  operationId: 'countRule',
  tags: ['rules'],
  summary: 'How many people a rule holds for that stands in no plan, within the caller’s units',
  security: signedIn,
  'x-permission': 'progress.read',
  request: { params: tenantParams, ...jsonBody(question, 'The rule and the question') },
  responses: {
    200: json(
      z
        .object({
          on: shownDay,
          count: z.int(),
          of: z.int().openapi({ description: 'The people it was asked about.' }),
          unknown: z.record(z.string(), z.int()).openapi({ description: 'People for whom it might hold but for a fact that is not known, by fact.' }),
          sentence,
        })
        .openapi('RuleCount'),
      'The count',
    ),
    ...refused(422),
  },
});

/** Shows some people of a rule. */
export const sampleRuleRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/rules/sample',
  operationId: 'sampleRule',
  tags: ['rules'],
  summary: 'The first people in name order for whom a rule holds, at most ten, and why',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: tenantParams, ...jsonBody(question.extend({ limit: z.int().min(1).max(10).default(10) }), 'The rule and the question') },
  responses: { 200: json(z.object({ on: shownDay, items: z.array(personBehind.openapi('SampledPerson')), sentence }), 'The people'), ...refused(422) },
});
