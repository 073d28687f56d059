import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../env.ts';

// Nothing but data is served: no page may run a script or be framed.
const ofData = secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, xFrameOptions: 'DENY', referrerPolicy: 'no-referrer' });

// The page of the documentation runs its own script, which writes styles into the page, and asks nobody else for anything.
const ofDocumentation = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
});

/** The headers that keep browsers from guessing, framing and leaking. */
export const headersOfAnswers = createMiddleware<Env>((c, next) => (c.req.path.startsWith('/docs') ? ofDocumentation : ofData)(c, next));
