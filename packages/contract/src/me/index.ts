import { createRoute, z } from '@hono/zod-openapi';
import { permissions, roles } from '@saubac/domain/access';
import { id, json, refused, signedIn, tenantParams } from '../frame/index.ts';
import { myPlugin } from '../plugins/parts.ts';

const heldRole = z.object({
  role: z.enum(roles),
  scope: z.discriminatedUnion('kind', [z.object({ kind: z.literal('everything') }), z.object({ kind: z.literal('subtrees'), units: z.array(z.object({ id, code: z.string(), name: z.string() })) })]),
});

/** Who the caller is in a tenant, and what he may do there. */
export const meRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/me',
  operationId: 'me',
  tags: ['me'],
  summary: 'Who I am in this tenant: roles with their units, permissions, enabled plugins',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams },
  responses: {
    200: json(
      z
        .object({
          tenant: z.object({ slug: z.string(), name: z.string(), kind: z.enum(['province', 'ministry', 'provider']) }),
          user: z.object({ id, name: z.string(), email: z.string(), locale: z.enum(['vi', 'en']) }),
          roles: z.array(heldRole),
          permissions: z.array(z.enum(permissions)),
          plugins: z.array(myPlugin).openapi({ description: 'Enabled plugins that open something to the caller.' }),
          today: z.string(),
        })
        .openapi('Me'),
      'The caller',
    ),
    ...refused(),
  },
});
