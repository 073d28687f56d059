import { createRoute, z } from '@hono/zod-openapi';
import { intention, writtenDays } from '../catalogues/parts.ts';
import { progressFigures } from '../figures/parts.ts';
import { code, day, id, idempotencyKey, json, jsonBody, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams } from '../frame/index.ts';

const change = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('adopt'), table: code, ...writtenDays, endsTables: z.array(code).max(50).default([]).openapi({ description: 'Tables whose adoption ends when this one begins.' }) }),
    z.object({ act: z.literal('end'), table: code, from: day.openapi({ description: 'The first day of the adoption that is meant.' }), lastDay: writtenDays.lastDay }),
    z.object({ act: z.literal('validity'), type: code, months: z.int().min(1).max(600).nullable().openapi({ description: 'Null: without end.' }), from: writtenDays.from.openapi({ description: 'The first exam date the rule holds for.' }), basis: writtenDays.basis }),
  ])
  .openapi('EquivalenceChange', { description: 'Another table adopted, one ended, or other months of validity for certificates of a type.' });

const tried = {
  change,
  on: day.optional().openapi({ description: 'The day on which targets are compared; else the first day on which the change matters.' }),
  declaredToo: z.boolean().default(false).openapi({ description: 'Compare people by declared certificates as well as verified ones.' }),
};

const level = z.object({ level: z.int(), certificate: z.object({ id, type: z.string(), examDate: shownDay }).openapi({ description: 'The certificate that gives it.' }) }).nullable();

const levelChange = z
  .object({ person: z.object({ id, fullName: z.string() }), language: z.string(), since: shownDay.openapi({ description: 'The first day on which the level is another.' }), before: level, after: level })
  .openapi('LevelChange');

const effect = z
  .object({
    on: shownDay,
    correction: z.boolean().openapi({ description: 'It changes days gone: adopting it takes `correct` and a reason.' }),
    people: z.int().openapi({ description: 'People who change level in a language on some day.' }),
    moves: z.array(z.object({ before: z.int().nullable(), after: z.int().nullable(), people: z.int() })).openapi({ description: 'Counted by old and new level; null: no level.' }),
    targets: z.array(z.object({ plan: z.string(), planVersion: z.int(), before: progressFigures, after: progressFigures })),
    digest: z.string().openapi({ description: 'Stands for all of this. Whoever adopts the change names it.' }),
  })
  .openapi('EquivalenceEffect');

/** What a change of equivalence would do. */
export const simulateEquivalenceRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/equivalence/simulations',
  operationId: 'simulateEquivalence',
  tags: ['equivalence'],
  summary: 'Try a change of equivalence out: who changes level, and how targets of the plans in force would stand; nothing is changed',
  security: signedIn,
  'x-permission': 'catalogue.edit',
  request: { params: tenantParams, query: pageQuery, ...jsonBody(z.object(tried), 'The change') },
  responses: { 200: json(effect.extend({ changes: pageOf(levelChange) }).openapi('EquivalenceSimulation'), 'What it would do'), ...refused(404, 422, 503) },
});

/** Makes a simulated change hold. */
export const adoptEquivalenceRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/equivalence/adoptions',
  operationId: 'adoptEquivalence',
  tags: ['equivalence'],
  summary: 'Make a change hold that was tried out, if it still does what was seen; days gone change only as a correction, with a reason',
  security: signedIn,
  'x-permission': 'catalogue.edit',
  request: {
    params: tenantParams,
    headers: idempotencyKey,
    ...jsonBody(z.object({ ...tried, digest: z.string().regex(/^[0-9a-f]{64}$/).openapi({ description: 'Of the simulation that was seen.' }), correct: intention.correct, why: intention.why }), 'The change as it was tried out'),
  },
  responses: { 201: json(effect.extend({ version: z.int() }), 'What it did, and the version of the settings'), ...refused(404, 409, 422) },
});
