import { createRoute, z } from '@hono/zod-openapi';
import { json, refused, signedIn } from '../frame/index.ts';

/** A tenant that the caller may enter. */
export const door = z
  .object({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(['province', 'ministry', 'provider']),
    asksFor: z.enum(['nothing', 'enrolment']).openapi({ description: '`enrolment`: a second factor has to be set up before entering.' }),
  })
  .openapi('Door');

/** The tenants of the caller; nobody lists all. */
export const listTenantsRoute = createRoute({
  method: 'get',
  path: '/api/platform/tenants',
  operationId: 'listTenants',
  tags: ['account'],
  summary: 'The tenants that I may enter with this session',
  security: signedIn,
  'x-permission': null,
  responses: { 200: json(z.object({ items: z.array(door) }), 'All of them, by their short names'), ...refused() },
});
