import { uploadRules } from '@saubac/domain/transfers';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../answers/index.ts';
import type { Env } from '../env.ts';

/** How much one caller may ask of the server. */
export type Limits = {
  /** Requests a minute of one account, or of one address where nobody is signed in. */
  requestsPerMinute: number;
  /** Bytes of a body that is not a file. */
  bodyBytes: number;
  /** Whether `X-Forwarded-For` and `X-Forwarded-Proto` are believed: only behind a proxy that sets them. */
  behindProxy: boolean;
};

/** The limits of a server that nobody set otherwise. */
export const usualLimits: Limits = { requestsPerMinute: 1_200, bodyBytes: 1_048_576, behindProxy: false };

/** Refuses a caller who asks more often than the limits allow. Counted in the memory of this process. */
export const rateLimit = (limits: Limits) => {
  const limiter = new RateLimiterMemory({ points: limits.requestsPerMinute, duration: 60 });
  return createMiddleware<Env>(async (c, next) => {
    const key = c.get('visitor')?.user ?? c.get('address') ?? 'unknown';
    try {
      await limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return refuse(c, { kind: 'too-many-requests', seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
    return next();
  });
};

// Routes that take files count what comes themselves, each up to its own limit.
const takesFile = (c: Context): boolean => c.req.method === 'POST' && /^\/api\/t\/[^/]+\/(?:imports|(?:certificates|duties)\/[^/]+\/files)$/.test(c.req.path);

/** Whether a request brings a file to a plugin. */
export const isFileForPlugin = (c: Pick<Context, 'req'>): boolean =>
  c.req.method === 'POST' && c.req.header('content-type') === 'application/octet-stream' && /^\/api\/t\/[^/]+\/x\//.test(c.req.path);

/** Refuses a body larger than so many bytes, unless it is a file; one for a plugin at what a plugin may keep, whatever its route does with it. */
export const largestBody = (bytes: number): MiddlewareHandler<Env> => {
  const limit = bodyLimit({ maxSize: bytes, onError: (c) => refuse(c, { kind: 'body-too-large', most: bytes }) });
  const most = uploadRules['plugin-file'].bytes;
  const fileLimit = bodyLimit({ maxSize: most, onError: (c) => refuse(c, { kind: 'upload-too-large', limit: most }) });
  return (c, next) => {
    if (takesFile(c)) return next();
    return isFileForPlugin(c) ? fileLimit(c, next) : limit(c, next);
  };
};
