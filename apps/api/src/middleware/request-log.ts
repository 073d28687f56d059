import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { Env } from '../env.ts';

const idForm = /^[\w-]{8,64}$/;

/**
 * Gives each request an id (that of the caller's, if it is plain) and logs it when it is answered: by its route, not its address, because
 * addresses hold ids and search texts.
 */
export const requestLog = (log: Logger) =>
  createMiddleware<Env>(async (c, next) => {
    const given = c.req.header('x-request-id');
    const requestId = given !== undefined && idForm.test(given) ? given : randomUUID();
    const own = log.child({ requestId });
    c.set('requestId', requestId);
    c.set('log', own);
    c.header('x-request-id', requestId);
    const begun = performance.now();
    await next();
    own.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms: Math.round(performance.now() - begun) }, 'answered');
  });
