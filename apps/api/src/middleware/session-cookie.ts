import type { OpenedSession } from '@saubac/auth/sessions';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { carriedBy } from '../env.ts';

/** Whether users reach us over TLS: by the address of this request, or by the one that the installation is known by. */
const isSecure = (c: Context): boolean => {
  const { origin, installation } = carriedBy(c);
  return origin.startsWith('https:') || installation.auth.rules.publicUrl.startsWith('https:');
};

/** The name of a cookie. Over TLS it binds itself to this host, whole. */
export const cookieName = (c: Context, name: string): string => (isSecure(c) ? `__Host-${name}` : name);

/** What every cookie of ours is: for no script, and for no request of another site but a link that is followed. */
export const cookieOptions = (c: Context) => ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) }) as const satisfies CookieOptions;

/** The name of the cookie of a session. */
export const sessionCookie = (c: Context): string => cookieName(c, 'saubac');

/** Gives a session to a browser. The cookie lives as long as the session may at the most; when it really ends, the server decides. */
export const giveCookie = (c: Context, { token, endsAt }: Pick<OpenedSession, 'token' | 'endsAt'>): void => setCookie(c, sessionCookie(c), token, { ...cookieOptions(c), expires: endsAt });

/** Takes the cookie of a session back. */
export const takeCookie = (c: Context): void => void deleteCookie(c, sessionCookie(c), cookieOptions(c));
