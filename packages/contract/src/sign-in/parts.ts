import { z } from '@hono/zod-openapi';
import { shownMoment } from '../frame/index.ts';

/** A password as it is sent. How long one must be is a rule for new ones; what is longer than this is none. */
export const password = z.string().min(1).max(1_000).openapi({ format: 'password' });

/** A code of an authenticator app, or a recovery code, as it was typed. */
export const code = z.string().min(1).max(64).openapi({ description: 'Six digits of the authenticator app, or a recovery code.', example: '123456' });

const sessionFields = {
  token: z.string().optional().openapi({ description: 'For `Authorization: Bearer`; only where no cookie carries the session. Shown this once.' }),
  expiresAt: shownMoment.openapi({ description: 'It ends then unless it is used before.' }),
  endsAt: shownMoment.openapi({ description: 'It ends then however it is used.' }),
};

/** A session that was just opened. */
export const openedSession = z
  .object({ next: z.enum(['nothing', 'second-factor']).openapi({ description: 'What is to be done before the session opens anything.' }), ...sessionFields })
  .openapi('OpenedSession');

/** A session that goes on under another token; the old one opens nothing any more. */
export const renewedSession = z.object(sessionFields).openapi('RenewedSession');
