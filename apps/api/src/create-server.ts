import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { refuse, words } from './answers/index.ts';
import type { Env } from './env.ts';
import { caller } from './middleware/caller.ts';
import { answerFault } from './middleware/faults.ts';
import { etagOfData } from './middleware/etag.ts';
import { headersOfAnswers } from './middleware/headers.ts';
import { largestBody, rateLimit, usualLimits, type Limits } from './middleware/limits.ts';
import { requestLog } from './middleware/request-log.ts';
import { ownSiteOnly, session, signedInOnly, wholeSessionOnly } from './middleware/session.ts';
import { tenantDoor } from './middleware/tenant.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { healthRoutes, type Readiness } from './routes/health.ts';
import { routesOfTenants } from './routes/index.ts';
import { mountPlugins } from './routes/of-plugins.ts';
import { pageRoutes } from './routes/pages.ts';
import { routesOfAccounts, routesOfSessions, routesOfVisitors } from './routes/outside-tenants.ts';
import type { Installation } from './serving/installation.ts';

/** What the server is given: the version it tells, what it serves, whether that can be reached, and the folder of the screens, where there are any. */
export type ServerParts = { version: string; installation: Installation; readiness: Readiness; log: Logger; limits?: Partial<Limits>; countRequests?: MiddlewareHandler; pagesFolder?: string | undefined };

/** Mounts the routes of some nouns. What an environment carries besides is put there by what was mounted before. */
const mount = (app: OpenAPIHono<Env>, nouns: readonly object[]): void => {
  for (const routes of nouns) app.route('/', routes as OpenAPIHono<Env>);
};

/** Outside the tenants: what comes after a gate is closed to who has not passed it, so a new route is closed unless it is put in front. */
const mountPlatform = (app: OpenAPIHono<Env>, { bodyBytes }: Limits): void => {
  app.use('/api/platform/*', largestBody(bodyBytes), async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  mount(app, routesOfVisitors);
  app.use('/api/platform/*', signedInOnly);
  mount(app, routesOfSessions);
  app.use('/api/platform/*', wholeSessionOnly as never);
  mount(app, routesOfAccounts);
};

/** The HTTP server as a value; nothing listens yet, so tests ask it through `app.request`. */
export const createServer = ({ version, installation, readiness, log, limits: given, countRequests, pagesFolder }: ServerParts): OpenAPIHono<Env> => {
  const limits: Limits = { ...usualLimits, ...given };
  const app = new OpenAPIHono<Env>();
  app.use(requestLog(log));
  if (countRequests) app.use(countRequests);
  app.use(headersOfAnswers);
  app.route('/', healthRoutes(readiness));
  app.use('*', compress());
  if (pagesFolder !== undefined) app.route('/', pageRoutes(pagesFolder));
  app.get('/', (c) => c.json({ name: words.vi.t('product.name'), purpose: words.vi.t('product.purpose'), version, links: { health: '/healthz', documentation: '/docs/', openapi: '/api/openapi.json' } }));
  app.use('/api/*', async (c, next) => {
    c.set('installation', installation);
    c.header('cache-control', 'private, no-cache');
    await next();
  });
  app.use('/api/*', caller(limits), session, rateLimit(limits), ownSiteOnly);
  mountPlatform(app, limits);
  app.use('/api/t/:tenant/*', signedInOnly as never, largestBody(limits.bodyBytes), etagOfData, tenantDoor as never);
  mount(app, routesOfTenants);
  mountPlugins(app);
  app.route('/', documentationRoutes(app, version));
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'saubac' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  app.notFound((c) => refuse(c, { kind: 'not-found' }));
  app.onError(answerFault);
  return app;
};
