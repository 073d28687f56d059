import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { withoutValues } from '@saubac/db/tenancy';
import { createWords } from '@saubac/i18n';
import { problem } from './problem.ts';
import { healthRoutes, type DatabaseProbe } from './routes/health.ts';

/** What the server is given: the version it tells, and how to ask whether the database answers. */
export type ServerParts = { version: string; databaseAnswers: DatabaseProbe; reportFault?: (error: Error) => void };

/** The HTTP server as a value; nothing listens yet, so tests ask it through `app.request`. */
export const createServer = ({ version, databaseAnswers, reportFault }: ServerParts): Hono => {
  const words = createWords('vi');
  const app = new Hono();
  app.use(
    secureHeaders({
      // Nothing but data is served: no page may run a script or be framed.
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
    }),
  );
  app.get('/', (c) => c.json({ name: words.t('product.name'), purpose: words.t('product.purpose'), version, links: { health: '/healthz' } }));
  app.route('/', healthRoutes(databaseAnswers));
  app.notFound((c) => problem(c, { status: 404, code: 'not-found', title: words.t('product.notFound') }));
  app.onError((error, c) => {
    const fault = withoutValues(error);
    reportFault?.(fault instanceof Error ? fault : new Error(String(fault)));
    return problem(c, { status: 500, code: 'fault', title: words.t('product.fault') });
  });
  return app;
};
