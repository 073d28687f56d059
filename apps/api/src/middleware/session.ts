import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../answers/index.ts';
import type { Env } from '../env.ts';
import { sessionCookie } from './session-cookie.ts';

const bearer = /^Bearer ([\w.~+/=-]{16,200})$/;

const localeAsked = (header: string | undefined): 'vi' | 'en' | undefined => {
  const first = /\b(vi|en)\b/i.exec(header ?? '')?.[1]?.toLowerCase();
  return first === 'vi' || first === 'en' ? first : undefined;
};

/**
 * Finds who is signed in, by a token in `Authorization` or by cookie, and the language to answer in: what the request asks for, else the
 * account's, else Vietnamese. Nobody is refused here.
 */
export const session = createMiddleware<Env>(async (c, next) => {
  const installation = c.get('installation');
  const token = bearer.exec(c.req.header('authorization') ?? '')?.[1];
  const cookie = token === undefined ? getCookie(c, sessionCookie(c)) : undefined;
  const presented = token ?? cookie;
  const visitor = presented === undefined ? null : await installation.sessions.read(presented, installation.now());
  c.set('visitor', visitor);
  c.set('byCookie', token === undefined && cookie !== undefined);
  c.set('locale', localeAsked(c.req.header('accept-language')) ?? visitor?.locale ?? 'vi');
  await next();
});

const sameSite = csrf();

/** A browser sends the cookie with requests that other sites make: one that would write is taken from our own pages only. */
export const ownSiteOnly = createMiddleware<Env>(async (c, next) => {
  if (!c.get('byCookie')) return next();
  const blocked = await sameSite(c, next).catch((error: unknown) => {
    if ((error as { status?: number }).status === 403) return refuse(c, { kind: 'cross-site-request' });
    throw error;
  });
  return blocked;
});

/** Refuses whoever is not signed in. */
export const signedInOnly = createMiddleware<Env>(async (c, next) => (c.get('visitor') ? next() : refuse(c, { kind: 'not-signed-in' })));
