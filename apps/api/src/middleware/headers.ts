import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { NONCE, secureHeaders } from 'hono/secure-headers';
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

// The screens: scripts, styles, pictures and letters from here and nowhere else, nothing inside of a page but the styles that carry its
// number, and questions to nobody but us.
const ofScreens = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", NONCE],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
});

/** What is not a screen: data, the documentation of the API, and what machines ask. */
const elsewhere = /^\/(?:api|docs|healthz|readyz)(?:\/|$)/;

/** Whether a browser asks for a page to show, and not for data or a file. */
export const asksForScreen = (c: Context): boolean => (c.req.method === 'GET' || c.req.method === 'HEAD') && !elsewhere.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');

/** The headers that keep browsers from guessing, framing and leaking. */
export const headersOfAnswers = createMiddleware<Env>((c, next) => {
  if (c.req.path.startsWith('/docs')) return ofDocumentation(c, next);
  return (asksForScreen(c) ? ofScreens : ofData)(c, next);
});
