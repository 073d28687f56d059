import { createRoute, z } from '@hono/zod-openapi';
import { json, refused, shownMoment, signedIn } from '../frame/index.ts';

const sessionId = z.string().regex(/^[0-9a-f]{16}$/).openapi({ description: 'Names a session of this account; it opens nothing.', example: '0f1e2d3c4b5a6978' });

const session = z
  .object({
    id: sessionId,
    current: z.boolean(),
    createdAt: shownMoment,
    lastSeenAt: shownMoment,
    userAgent: z.string().nullable(),
    network: z.string().nullable().openapi({ description: 'Where it was opened from, without the last part.', example: '203.0.113.0/24' }),
    secondFactorPassed: z.boolean(),
    throughTenant: z.string().nullable(),
  })
  .openapi('Session');

/** The open sessions of the caller. */
export const listSessionsRoute = createRoute({
  method: 'get',
  path: '/api/platform/me/sessions',
  operationId: 'listSessions',
  tags: ['account'],
  summary: 'My open sessions, the latest first; a session of single sign-on sees those of its tenant only',
  security: signedIn,
  'x-permission': null,
  responses: { 200: json(z.object({ items: z.array(session) }), 'The sessions'), ...refused() },
});

/** Ends one of them. */
export const endSessionRoute = createRoute({
  method: 'delete',
  path: '/api/platform/me/sessions/{id}',
  operationId: 'endSession',
  tags: ['account'],
  summary: 'End one of my sessions, at once',
  security: signedIn,
  'x-permission': null,
  request: { params: z.object({ id: sessionId }) },
  responses: { 204: { description: 'Ended' }, ...refused() },
});

/** Ends all but the one of the request. */
export const endOtherSessionsRoute = createRoute({
  method: 'delete',
  path: '/api/platform/me/sessions',
  operationId: 'endOtherSessions',
  tags: ['account'],
  summary: 'End all my sessions but this one, at once',
  security: signedIn,
  'x-permission': null,
  responses: { 200: json(z.object({ ended: z.int().openapi({ description: 'How many ended.' }) }), 'Ended'), ...refused() },
});
