import { createRoute, z } from '@hono/zod-openapi';
import { code, day, id, json, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams, thingParams } from '../frame/index.ts';

const question = z.object({
  on: day.optional().openapi({ description: 'Today where it is not named.' }),
  unit: code.optional().openapi({ description: 'Only this unit and all below it.' }),
  planVersion: z.coerce.number().int().min(1).max(1_000_000).optional().openapi({ type: 'integer', description: 'By which plan certificates count; those in force where it is absent.' }),
});

const required = { post: z.string(), language: z.string().nullable().openapi({ description: 'Null: in any language.' }), required: z.int(), held: z.int().nullable().openapi({ description: 'The best level proved; null: none.' }) };

const unitStandards = z.object({ unitCode: z.string(), unitName: z.string(), required: z.int(), met: z.int() }).openapi('UnitStandards');
const gap = z.object({ person: id, fullName: z.string(), unitCode: z.string(), unitName: z.string(), ...required }).openapi('StandardGap');
const requirement = z.object({ unitCode: z.string(), unitName: z.string(), main: z.boolean(), ...required, met: z.boolean() }).openapi('Requirement');

/** What posts require, unit by unit. */
export const standardsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/standards',
  operationId: 'standards',
  tags: ['standards'],
  summary: 'How many posts require a level, and how many of their holders have it, unit by unit',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: tenantParams, query: question },
  responses: { 200: json(z.object({ on: shownDay, items: z.array(unitStandards) }), 'Units whose posts require a level'), ...refused() },
});

/** Who falls short. */
export const listStandardGapsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/standards/gaps',
  operationId: 'listStandardGaps',
  tags: ['standards'],
  summary: 'People whose posts require more than they have proved, in name order',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: tenantParams, query: pageQuery.extend(question.shape) },
  responses: { 200: json(pageOf(gap), 'A page of people'), ...refused() },
});

/** What is required of one person. */
export const requiredOfRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/people/{id}/requirements',
  operationId: 'requiredOf',
  tags: ['standards'],
  summary: 'What the posts of a person require, and whether he has proved it',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: thingParams, query: z.object({ on: day.optional() }) },
  responses: { 200: json(z.object({ on: shownDay, items: z.array(requirement) }), 'Requirements'), ...refused() },
});
