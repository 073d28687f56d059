import { createRoute, z } from '@hono/zod-openapi';
import { json, jsonBody, line, refused } from '../frame/index.ts';
import { password } from './parts.ts';

const useOfLink = jsonBody(z.object({ token: z.string().min(1).max(200).openapi({ description: 'What stands after the # of the link.' }), password }), 'The link, and the new password');

const linkUsed = json(z.object({ email: z.string().openapi({ description: 'The address to sign in with now.' }) }), 'The password is set; nobody is signed in by it');

/** Makes an invited account active. */
export const acceptInvitationRoute = createRoute({
  method: 'post',
  path: '/api/platform/invitations/accept',
  operationId: 'acceptInvitation',
  tags: ['sign-in'],
  summary: 'Accept an invitation with a first password',
  security: [],
  'x-permission': null,
  request: useOfLink,
  responses: { 200: linkUsed, ...refused(410, 422) },
});

/** Asks for a mail. */
export const askForResetRoute = createRoute({
  method: 'post',
  path: '/api/platform/password-resets',
  operationId: 'askForReset',
  tags: ['sign-in'],
  summary: 'Ask for a link by mail to set a forgotten password anew; the answer does not tell whether there is such an account',
  security: [],
  'x-permission': null,
  request: jsonBody(z.object({ email: line(254) }), 'The address of the account'),
  responses: { 202: { description: 'If there is such an account, a mail is on its way' }, ...refused() },
});

/** Sets another password by such a link. */
export const completeResetRoute = createRoute({
  method: 'post',
  path: '/api/platform/password-resets/complete',
  operationId: 'completeReset',
  tags: ['sign-in'],
  summary: 'Set a forgotten password anew; all sessions of the account end at once',
  security: [],
  'x-permission': null,
  request: useOfLink,
  responses: { 200: linkUsed, ...refused(410, 422) },
});
