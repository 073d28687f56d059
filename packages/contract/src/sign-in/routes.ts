import { createRoute, z } from '@hono/zod-openapi';
import { json, jsonBody, line, refused, signedIn } from '../frame/index.ts';
import { code, openedSession, password, renewedSession } from './parts.ts';

/** Opens a session. */
export const signInRoute = createRoute({
  method: 'post',
  path: '/api/platform/sign-in',
  operationId: 'signIn',
  tags: ['sign-in'],
  summary: 'Sign in with address and password: browsers get a cookie, scripts a token if they ask for one',
  security: [],
  'x-permission': null,
  request: jsonBody(
    z.object({ email: line(254), password, answer: z.enum(['cookie', 'token']).default('cookie').openapi({ description: '`token`: the answer holds the token and no cookie is set.' }) }),
    'Who signs in',
  ),
  responses: { 200: json(openedSession, 'Signed in, but for what `next` says'), ...refused() },
});

/** The second step of signing in. */
export const passSecondFactorRoute = createRoute({
  method: 'post',
  path: '/api/platform/sign-in/second-factor',
  operationId: 'passSecondFactor',
  tags: ['sign-in'],
  summary: 'Give the code of the second factor; the session goes on under another token',
  security: signedIn,
  'x-permission': null,
  request: jsonBody(z.object({ code }), 'The code'),
  responses: {
    200: json(renewedSession.extend({ recoveryCodesLeft: z.int().optional().openapi({ description: 'Told where a recovery code was used.' }) }), 'Passed'),
    ...refused(409, 422),
  },
});

/** Ends the session of the request. */
export const signOutRoute = createRoute({
  method: 'post',
  path: '/api/platform/sign-out',
  operationId: 'signOut',
  tags: ['sign-in'],
  summary: 'Sign out: the session ends at once, everywhere',
  security: signedIn,
  'x-permission': null,
  responses: { 204: { description: 'Signed out' }, ...refused() },
});
