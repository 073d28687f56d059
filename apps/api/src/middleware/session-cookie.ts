import type { Context } from 'hono';

/** Whether the caller reaches us over TLS, by the trusted proxy's word or our own address. */
const isSecure = (c: Context): boolean => new URL(c.req.url).protocol === 'https:';

/** The name of the cookie of a session. Over TLS it binds itself to this host, whole. */
export const sessionCookie = (c: Context): string => (isSecure(c) ? '__Host-saubac' : 'saubac');
