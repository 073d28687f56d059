import { createRoute, z } from '@hono/zod-openapi';
import { id, ifMatch, json, jsonBody, line, refused, shownMoment, signedIn } from '../frame/index.ts';
import { password, renewedSession } from '../sign-in/index.ts';
import { door } from '../tenants/index.ts';

const locale = z.enum(['vi', 'en']);

const account = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    locale,
    hasPassword: z.boolean().openapi({ description: 'False for one who signs in through an identity provider only.' }),
    secondFactor: z.object({ since: shownMoment, recoveryCodesLeft: z.int() }).nullable(),
    session: z.object({
      secondFactorPassed: z.boolean(),
      throughTenant: z.string().nullable().openapi({ description: 'The tenant whose single sign-on opened it, and which it alone leads to.' }),
      expiresAt: shownMoment,
    }),
    tenants: z.array(door),
    version: z.int(),
  })
  .openapi('Account');

/** Who is signed in. */
export const showAccountRoute = createRoute({
  method: 'get',
  path: '/api/platform/me',
  operationId: 'showAccount',
  tags: ['account'],
  summary: 'Who I am: my account, my second factor, and the tenants that I may enter',
  security: signedIn,
  'x-permission': null,
  responses: { 200: json(account, 'The account'), ...refused() },
});

/** Changes what one is called. */
export const changeAccountRoute = createRoute({
  method: 'patch',
  path: '/api/platform/me',
  operationId: 'changeAccount',
  tags: ['account'],
  summary: 'Change my name or language; what is left out stays',
  security: signedIn,
  'x-permission': null,
  request: { headers: ifMatch, ...jsonBody(z.object({ name: line(200).optional(), locale: locale.optional() }), 'What changes') },
  responses: { 200: json(account, 'Changed'), ...refused(409, 422, 428) },
});

/** Changes the password. */
export const changePasswordRoute = createRoute({
  method: 'post',
  path: '/api/platform/me/password',
  operationId: 'changePassword',
  tags: ['account'],
  summary: 'Change my password: all other sessions end at once, this one goes on under another token',
  security: signedIn,
  'x-permission': null,
  request: jsonBody(z.object({ current: password, password }), 'The present password and the new one'),
  responses: { 200: json(renewedSession, 'Changed'), ...refused(422) },
});
