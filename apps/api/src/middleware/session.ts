import { signInRequirement } from '@saubac/auth/second-factor';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../answers/index.ts';
import type { Asked, Env, SignedInEnv } from '../env.ts';
import { sessionCookie } from './session-cookie.ts';

const bearer = /^Bearer ([\w.~+/=-]{16,200})$/i;

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
  c.set('byToken', token !== undefined);
  c.set('byCookie', cookie !== undefined);
  c.set('locale', localeAsked(c.req.header('accept-language')) ?? visitor?.locale ?? 'vi');
  await next();
});

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a form of another site can't send, and a script of it not without asking first, which nobody is allowed. */
const isJson = (c: Asked): boolean => /^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? '');

const comesFromOwnPage = (c: Asked): boolean => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (origin !== undefined) return origin === c.get('origin') || origin === new URL(c.get('installation').auth.rules.publicUrl).origin;
  // A script, which says neither; or a browser too old to, which sends the cookie with every form.
  return !c.get('byCookie') || isJson(c);
};

/**
 * Whatever would write is taken from our own pages and from scripts, but not from pages of other sites: they could use the cookie that
 * the browser sends by itself, or sign somebody in as somebody else. Who holds a token and sends it is no browser on the way elsewhere.
 */
export const ownSiteOnly = createMiddleware<Env>(async (c, next) => {
  if (reading.has(c.req.method) || c.get('byToken') || comesFromOwnPage(c)) return next();
  return refuse(c, { kind: 'cross-site-request' });
});

/** Refuses whoever is not signed in. */
export const signedInOnly = createMiddleware<Env>(async (c, next) => (c.get('visitor') ? next() : refuse(c, { kind: 'not-signed-in' })));

/** Refuses whoever has still to pass his second factor: until then his session opens nothing. */
export const wholeSessionOnly = createMiddleware<SignedInEnv>(async (c, next) => (signInRequirement(c.get('visitor'), null) === 'nothing' ? next() : refuse(c, { kind: 'second-factor-needed' })));
