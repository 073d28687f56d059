import { createRoute, z } from '@hono/zod-openapi';
import { json, jsonBody, refused, signedIn } from '../frame/index.ts';
import { code, password, renewedSession } from '../sign-in/index.ts';

const recoveryCodes = z.array(z.string()).openapi({ description: 'Each opens the second factor once. Shown this once.' });

const byPassword = jsonBody(z.object({ password }), 'The password once more');

/** Begins to set up a second factor. */
export const beginSecondFactorRoute = createRoute({
  method: 'post',
  path: '/api/platform/me/second-factor',
  operationId: 'beginSecondFactor',
  tags: ['account'],
  summary: 'Begin to set up a second factor; nothing is in force before its first code was given',
  security: signedIn,
  'x-permission': null,
  request: jsonBody(z.object({ password: password.nullable().default(null).openapi({ description: 'Null for an account that has none.' }) }), 'The password once more'),
  responses: {
    200: json(z.object({ secret: z.string().openapi({ description: 'To be typed into the app. Shown this once.' }), uri: z.string().openapi({ description: 'What the app reads from a QR code.' }) }), 'For the authenticator app'),
    ...refused(409, 422),
  },
});

/** Puts it into force. */
export const confirmSecondFactorRoute = createRoute({
  method: 'post',
  path: '/api/platform/me/second-factor/confirm',
  operationId: 'confirmSecondFactor',
  tags: ['account'],
  summary: 'Put the second factor into force by its first code; the session goes on under another token',
  security: signedIn,
  'x-permission': null,
  request: jsonBody(z.object({ code }), 'The first code of the app'),
  responses: { 200: json(renewedSession.extend({ recoveryCodes }), 'In force'), ...refused(409, 422) },
});

/** Takes it away. */
export const removeSecondFactorRoute = createRoute({
  method: 'post',
  path: '/api/platform/me/second-factor/remove',
  operationId: 'removeSecondFactor',
  tags: ['account'],
  summary: 'Remove my second factor; tenants that ask for one are closed until another is set up',
  security: signedIn,
  'x-permission': null,
  request: byPassword,
  responses: { 204: { description: 'Removed' }, ...refused(409, 422) },
});

/** Makes the recovery codes anew. */
export const renewRecoveryCodesRoute = createRoute({
  method: 'post',
  path: '/api/platform/me/second-factor/recovery-codes',
  operationId: 'renewRecoveryCodes',
  tags: ['account'],
  summary: 'Ten new recovery codes in the place of those that there were',
  security: signedIn,
  'x-permission': null,
  request: byPassword,
  responses: { 200: json(z.object({ recoveryCodes }), 'The new codes'), ...refused(409, 422) },
});
