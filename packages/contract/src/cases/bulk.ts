import { createRoute, z } from '@hono/zod-openapi';
import { id, idempotencyKey, json, jsonBody, line, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';

const bulk = z
  .object({
    id,
    move: z.string(),
    state: z.enum(['queued', 'done', 'cancelled']),
    items: z.array(z.object({ case: id, to: z.string().nullable().openapi({ description: 'The state that it came to.' }), refused: z.string().nullable().openapi({ description: 'The code of why it was not moved. Both null: not its turn yet.' }) })),
  })
  .openapi('CaseMoves');

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
