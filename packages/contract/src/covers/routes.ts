import { createRoute, z } from '@hono/zod-openapi';
import { day, id, json, jsonBody, line, refused, shownDay, signedIn, tenantParams, thingParams } from '../frame/index.ts';

const user = z.object({ id, name: z.string().nullable().openapi({ description: 'Null: the account is gone.' }) });

const cover = z
  .object({ id, covered: user, covering: user, from: shownDay, to: shownDay.openapi({ description: 'The last day.' }), reason: z.string(), setBy: z.string() })
  .openapi('Cover');

/** Who covers for whom. */
export const listCoversRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/covers',
  operationId: 'listCovers',
  tags: ['cases'],
  summary: 'Who covers for whom, today or later: the caller’s own on either side, or everybody’s',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, query: z.object({ all: z.enum(['true', 'false']).optional().openapi({ description: 'Everybody’s; asks for user.read over the whole tenant.' }) }) },
  responses: { 200: json(z.object({ items: z.array(cover) }), 'The covers'), ...refused() },
});

/** Whom one may ask to cover. */
export const listCoverCandidatesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/cover-candidates',
  operationId: 'listCoverCandidates',
  tags: ['cases'],
  summary: 'Users of the tenant by name, of whom one may ask another to stand in for him',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, query: z.object({ search: line(100).optional() }) },
  responses: { 200: json(z.object({ items: z.array(z.object({ id, name: z.string() })) }), 'At most fifty, by name'), ...refused() },
});

/** Sets a cover. */
export const setCoverRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/covers',
  operationId: 'setCover',
  tags: ['cases'],
  summary: 'Let somebody stand in for oneself, or for somebody whose roles one may give, from a day to a day',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, ...jsonBody(z.object({ covered: id.optional().openapi({ description: 'Absent: the caller.' }), covering: id, from: day, to: day, reason: line(500) }), 'Who for whom, the days (both inclusive), why') },
  responses: { 201: json(cover, 'Set'), ...refused(404, 422) },
});

/** Ends a cover. */
export const endCoverRoute = createRoute({
  method: 'delete',
  path: '/api/t/{tenant}/covers/{id}',
  operationId: 'endCover',
  tags: ['cases'],
  summary: 'End a cover at once',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams },
  responses: { 204: { description: 'Ended' }, ...refused(404) },
});
