import { beginSingleSignOn, completeSingleSignOn, type SingleSignOnFailure } from '@saubac/auth/single-sign-on';
import { beginSingleSignOnRoute, completeSingleSignOnRoute } from '@saubac/contract/sign-in';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { clientOf, handOver, refuse } from '../answers/index.ts';
import type { Asked } from '../env.ts';
import { cookieName, cookieOptions } from '../middleware/session-cookie.ts';
import { endOwnSession } from './end-own-session.ts';
import { openRoutes, raw } from './frame.ts';
import { localPath } from './local-path.ts';

/** The address of ours that identity providers send browsers back to. Never made of what a request says its host is. */
export const callbackOf = (publicUrl: string): string => `${publicUrl}/api/platform/sso/callback`;

const stateCookie = (c: Asked): string => cookieName(c, 'saubac-sso');

/** Keeps in the browser which sign-in it began, and where it wants to go afterwards. */
const keepState = (c: Asked, state: string, returnTo: string): void =>
  setCookie(c, stateCookie(c), `${state}.${Buffer.from(returnTo).toString('base64url')}`, { ...cookieOptions(c), maxAge: c.get('installation').auth.rules.singleSignOnMs / 1_000 });

const takeState = (c: Asked): { state: string | null; returnTo: string } => {
  const kept = getCookie(c, stateCookie(c)) ?? '';
  deleteCookie(c, stateCookie(c), cookieOptions(c));
  const [state = '', path = ''] = kept.split('.');
  return { state: state === '' ? null : state, returnTo: localPath(Buffer.from(path, 'base64url').toString('utf8')) };
};

/** Somebody who looks at a browser is led to the page of sign-in, which says why; a program gets the refusal as such. */
const bar = (c: Asked, failure: SingleSignOnFailure) =>
  /\btext\/html\b/.test(c.req.header('accept') ?? '') ? raw(c.redirect(`/sign-in?problem=${failure.kind}`, 302)) : refuse(c, failure);

export const singleSignOnRoutes = openRoutes((app) => {
  app.openapi(completeSingleSignOnRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const { state, returnTo } = takeState(c);
    const signedOn = await completeSingleSignOn(auth, { query: new URL(c.req.url).search, browserState: state, client: clientOf(c), now: now() });
    if (!signedOn.ok) return bar(c, signedOn.failure);
    if (c.var.byCookie) await endOwnSession(c);
    handOver(c, signedOn.value, 'cookie');
    return raw(c.redirect(returnTo, 302));
  });
  app.openapi(beginSingleSignOnRoute, async (c) => {
    const { auth, now, tenant: find } = c.var.installation;
    const tenant = await find(c.req.valid('param').tenant);
    if (!tenant) return bar(c, { kind: 'no-single-sign-on' });
    const begun = await beginSingleSignOn(auth, { tenant: tenant.id, redirectUri: callbackOf(auth.rules.publicUrl), now: now() });
    if (!begun.ok) return bar(c, begun.failure);
    keepState(c, begun.value.state, localPath(c.req.valid('query').returnTo));
    return raw(c.redirect(begun.value.url, 302));
  });
});
