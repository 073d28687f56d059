import { createRoute, z } from '@hono/zod-openapi';
import { id, idempotencyKey, json, jsonBody, line, localText, refused, shownMoment, signedIn, tenantParams, thingParams } from '../frame/index.ts';

const inBoth = z.object({ vi: z.string(), en: z.string() });

/** A bulk move in a list: what was asked for, and how far it is. */
const bulkLine = z
  .object({
    id,
    move: z.string(),
    moveLabel: localText,
    kindLabel: localText.nullable().openapi({ description: 'What kind of cases; null where none of them is left.' }),
    state: z.enum(['queued', 'done', 'cancelled']),
    askedAt: shownMoment,
    reason: z.string().nullable(),
    cases: z.int().openapi({ description: 'How many were asked for.' }),
    moved: z.int(),
    refused: z.int(),
  })
  .openapi('CaseMovesLine');

const bulkItem = z
  .object({
    case: id,
    title: localText.nullable().openapi({ description: 'How it is called; null where the caller may no longer see it.' }),
    person: z.object({ id, name: z.string() }).nullable(),
    to: z.object({ state: z.string(), label: localText }).nullable().openapi({ description: 'The state that it came to.' }),
    refused: z
      .object({ code: z.string(), text: inBoth, reasons: z.array(inBoth).openapi({ description: 'The conditions that do not hold.' }) })
      .nullable()
      .openapi({ description: 'Why it was not moved, as the same move of this case alone is refused. `to` and `refused` both null: not its turn yet, or left alone because the bulk was stopped.' }),
  })
  .openapi('CaseMovesItem');

const bulk = bulkLine.extend({ items: z.array(bulkItem) }).openapi('CaseMoves');

/** Asks for one move in many cases. */
export const startCaseMovesRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/case-moves',
  operationId: 'startCaseMoves',
  tags: ['cases'],
  summary: 'Take the same move in many cases, each as it was seen; each is decided for itself',
  security: signedIn,
  'x-permission': null,
  request: {
    params: tenantParams, headers: idempotencyKey,
    ...jsonBody(z.object({ move: line(100), reason: line(2_000).optional(), cases: z.array(z.object({ case: id, version: z.int().min(1).max(2_147_483_647) })).min(1).max(500) }), 'The move and the cases'),
  },
  responses: { 202: json(z.object({ id }), 'Asked for'), ...refused(422) },
});

/** What the caller asked for lately. */
export const listCaseMovesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/case-moves',
  operationId: 'listCaseMoves',
  tags: ['cases'],
  summary: 'The bulk moves that the caller asked for lately, the latest first',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(bulkLine) }), 'The bulk moves'), ...refused() },
});

/** What became of it. */
export const getCaseMovesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/case-moves/{id}',
  operationId: 'getCaseMoves',
  tags: ['cases'],
  summary: 'How far a bulk move of the caller’s is, and what became of each case',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams },
  responses: { 200: json(bulk, 'The bulk move'), ...refused() },
});

/** Stops it. */
export const cancelCaseMovesRoute = createRoute({
  method: 'delete',
  path: '/api/t/{tenant}/case-moves/{id}',
  operationId: 'cancelCaseMoves',
  tags: ['cases'],
  summary: 'Stop a bulk move; what was moved stays moved',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams },
  responses: { 200: json(bulk, 'Stopped'), ...refused(409) },
});
