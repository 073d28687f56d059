import { createRoute, z } from '@hono/zod-openapi';
import { id, json, jsonBody, localText, refused, shownMoment, signedIn, tenantParams } from '../frame/index.ts';

const notice = z
  .object({
    id,
    kind: z.enum(['waits', 'moved', 'reminder', 'late']).openapi({ description: 'A case waits for the reader, his own was decided on, its last day comes near, or it is late.' }),
    case: id,
    at: shownMoment,
    read: z.boolean(),
    about: z.object({ title: localText, stateLabel: localText }).nullable().openapi({ description: 'The case as it stands now; null where the reader no longer sees it.' }),
  })
  .openapi('Notice');

/** The caller's notices. */
export const listNoticesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/notices',
  operationId: 'listNotices',
  tags: ['cases'],
  summary: 'What the caller was told about cases, the latest first',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, query: z.object({ unread: z.enum(['true', 'false']).optional(), after: id.optional().openapi({ description: 'Those that came before this one.' }), limit: z.coerce.number().int().min(1).max(50).default(20).openapi({ type: 'integer', minimum: 1, maximum: 50 }) }) },
  responses: { 200: json(z.object({ items: z.array(notice), unread: z.int(), next: id.nullable() }), 'The notices, and how many are unread'), ...refused() },
});

/** Marks notices as read. */
export const readNoticesRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/notices/read',
  operationId: 'readNotices',
  tags: ['cases'],
  summary: 'Note that the caller has read some of his notices, or all of them',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, ...jsonBody(z.object({ ids: z.array(id).max(200).optional().openapi({ description: 'Absent: all.' }) }), 'Which') },
  responses: { 200: json(z.object({ unread: z.int() }), 'How many are left'), ...refused() },
});
