import { createRoute, z } from '@hono/zod-openapi';
import { refused, tenantParams } from '../frame/index.ts';

/** Sends a browser to a tenant's identity provider. */
export const beginSingleSignOnRoute = createRoute({
  method: 'get',
  path: '/api/platform/sso/{tenant}',
  operationId: 'beginSingleSignOn',
  tags: ['sign-in'],
  summary: 'Sign in through the identity provider of a tenant; for browsers',
  security: [],
  'x-permission': null,
  request: {
    params: tenantParams,
    query: z.object({ returnTo: z.string().max(500).optional().openapi({ description: 'Where to go afterwards: a path of ours. Anything else leads to the first page.', example: '/people' }) }),
  },
  responses: { 302: { description: 'To the provider; a browser whose way is barred goes to the page of sign-in, with `problem` in its query' }, ...refused() },
});

/** Where the provider sends the browser back to. */
export const completeSingleSignOnRoute = createRoute({
  method: 'get',
  path: '/api/platform/sso/callback',
  operationId: 'completeSingleSignOn',
  tags: ['sign-in'],
  summary: 'Come back from the identity provider; the address to register there',
  security: [],
  'x-permission': null,
  responses: { 302: { description: 'Signed in, to where the caller wanted to go; a browser that is not let in goes to the page of sign-in, with `problem` in its query' }, ...refused() },
});
