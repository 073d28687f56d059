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
    /** Whether the session came as a cookie, which a browser sends by itself. */
    byCookie: boolean;
  };
};

/** What a request to a tenant carries besides. */
export type TenantEnv = { Variables: Env['Variables'] & { visitor: Visitor; tenant: Tenant; ctx: Ctx } };

/** A request, whatever it is about. */
export type Asked = Context<Env>;
