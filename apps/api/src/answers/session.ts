import type { Client } from '@saubac/auth/context';
import type { OpenedSession } from '@saubac/auth/sessions';
import type { Context } from 'hono';
import { carriedBy } from '../env.ts';
import { giveCookie } from '../middleware/session-cookie.ts';

/** Where a request comes from, as a session remembers it. */
export const clientOf = (c: Context): Client => ({ address: carriedBy(c).address, userAgent: c.req.header('user-agent') ?? null });

/** Hands a session over: to a browser as a cookie, which no script can read; to a script as a token in the answer. */
export const handOver = (c: Context, session: OpenedSession, by: 'cookie' | 'token'): { token?: string; expiresAt: string; endsAt: string } => {
  if (by === 'cookie') giveCookie(c, session);
  return { ...(by === 'token' ? { token: session.token } : {}), expiresAt: session.expiresAt.toISOString(), endsAt: session.endsAt.toISOString() };
};

/** Hands the session of a request over under its new token, the way the old one came. */
export const handBack = (c: Context, session: OpenedSession) => handOver(c, session, carriedBy(c).byCookie ? 'cookie' : 'token');
