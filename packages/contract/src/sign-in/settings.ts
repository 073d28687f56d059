import { createRoute, z } from '@hono/zod-openapi';
import { ifMatch, json, jsonBody, line, refused, signedIn, tenantParams } from '../frame/index.ts';

const connection = z.object({
  issuer: line(500).openapi({ description: 'The issuer of OpenID Connect: https and a public name.', example: 'https://id.example.gov.vn' }),
  clientId: line(200),
  emailDomains: z.array(line(253)).min(1).max(50).openapi({ description: 'Only accounts with addresses in these domains may come in through it.' }),
  isSecondFactor: z.boolean().openapi({ description: 'Whether the provider is trusted to have asked for a second factor.' }),
});

const settings = z
  .object({
    secondFactorRequired: z.boolean(),
    singleSignOn: connection.nullable(),
    callback: z.string().openapi({ description: 'The address to register at the identity provider.' }),
    version: z.int().openapi({ description: '0: nothing was ever set.' }),
  })
  .openapi('SignInSettings');

const change = z.object({
  secondFactorRequired: z.boolean(),
  singleSignOn: connection
    .extend({ clientSecret: line(1_000).optional().openapi({ format: 'password', description: 'Never shown again. May be left out while issuer and client stay the same.' }) })
    .nullable(),
  why: line(500).optional().openapi({ description: 'The reason, kept in the audit.' }),
});

/** How one signs in to a tenant. */
export const showSignInSettingsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/sign-in-settings',
  operationId: 'showSignInSettings',
  tags: ['sign-in'],
  summary: 'How one signs in here: whether a second factor is asked for, and the single sign-on',
  security: signedIn,
  'x-permission': 'sign-in.manage',
  request: { params: tenantParams },
  responses: { 200: json(settings, 'The settings, without the secret'), ...refused() },
});

/** Changes that. */
export const changeSignInSettingsRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/sign-in-settings',
  operationId: 'changeSignInSettings',
  tags: ['sign-in'],
  summary: 'Change how one signs in here; it holds at once, for open sessions too',
  security: signedIn,
  'x-permission': 'sign-in.manage',
  request: { params: tenantParams, headers: ifMatch, ...jsonBody(change, 'All settings; null takes the single sign-on away') },
  responses: { 200: json(settings, 'Changed'), ...refused(409, 422, 428) },
});
