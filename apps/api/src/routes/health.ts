import { Hono } from 'hono';
import type { Env } from '../env.ts';

/** Whether what the server needs answers, and soon enough to be of use. */
export type Readiness = () => Promise<boolean>;

/**
 * `/healthz`: the process lives and answers. `/readyz`: it can do its work, which needs the database; 503 while it can't. A probe that
 * fails is an answer too, and however many ask while one is under way, only one is.
 */
export const healthRoutes = (readiness: Readiness): Hono<Env> => {
  let probe: Promise<boolean> | undefined;
  const ready = (): Promise<boolean> =>
    (probe ??= readiness()
      .catch(() => false)
      .finally(() => (probe = undefined)));
  return new Hono<Env>()
    .on('GET', ['/healthz', '/readyz'], async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    })
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => ((await ready()) ? c.json({ status: 'ready' }) : c.json({ status: 'unavailable', database: 'no-answer' }, 503)));
};
