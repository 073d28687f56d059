import { createRoute, z } from '@hono/zod-openapi';
import { ifMatch, json, jsonBody, line, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { inbox, wholeCase } from './parts.ts';

/** What waits for the caller. */
export const listInboxRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/inbox',
  operationId: 'listInbox',
  tags: ['cases'],
  summary: 'What waits for the caller: every case that he may move on now, late ones first',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, query: z.object({ kind: z.string().max(100).optional(), late: z.enum(['true']).optional(), only: z.enum(['counts']).optional().openapi({ description: 'No case is listed: for a badge.' }) }) },
  responses: { 200: json(inbox, 'The cases; the counts are those of all kinds'), ...refused() },
});

/** One case. */
export const getCaseRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/cases/{id}',
  operationId: 'getCase',
  tags: ['cases'],
  summary: 'One case: where it stands, by which procedure, how it came there, what the caller may do, what changed since it was moved last',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams },
  responses: { 200: json(wholeCase, 'The case; its ETag is its version'), ...refused() },
});

/** Moves a case on. */
export const moveCaseRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/cases/{id}/moves',
  operationId: 'moveCase',
  tags: ['cases'],
  summary: 'Take a move in a case, as it was seen',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ move: line(100), reason: line(2_000).optional() }), 'The move, and why') },
  responses: { 200: json(wholeCase, 'Moved'), ...refused(409, 422, 428) },
});
