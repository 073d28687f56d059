import type { Visitor } from '@saubac/auth/sessions';
import type { Tenant } from '@saubac/db/tenancy';
import type { Locale } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Installation } from './serving/installation.ts';

/** What every request carries. */
export type Env = {
  Variables: {
    requestId: string;
    log: Logger;
    locale: Locale;
    installation: Installation;
    /** Who is signed in; null if nobody is. */
    visitor: Visitor | null;
    /** The network address of the caller, as the trusted proxy tells it; null where there is no connection. */
    address: string | null;
    /** The address of ours by which the caller reached us: scheme, host and port. */
    origin: string;
    /** Whether a token was sent in `Authorization`, which no browser does by itself. */
    byToken: boolean;
    /** Whether the session came as a cookie, which a browser sends by itself. */
    byCookie: boolean;
  };
};

/** What a request of somebody signed in carries. */
export type SignedInEnv = { Variables: Env['Variables'] & { visitor: Visitor } };

/** What a request to a tenant carries besides. */
export type TenantEnv = { Variables: SignedInEnv['Variables'] & { tenant: Tenant; ctx: Ctx } };

/** A request, whatever it is about. */
export type Asked = Context<Env>;

/** What a request carries, of whichever routes it is: the contexts of their environments fit one without. */
export const carriedBy = (c: Context): Readonly<Env['Variables']> => c.var as Env['Variables'];
