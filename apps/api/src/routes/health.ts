import { Hono } from 'hono';

/** Whether the database answers, and soon enough to be of use. */
export type DatabaseProbe = () => Promise<boolean>;

/** `/healthz`: 200 while the database answers, 503 while it does not. A probe that fails is an answer too. */
export const healthRoutes = (databaseAnswers: DatabaseProbe): Hono =>
  new Hono().get('/healthz', async (c) => {
    const healthy = await databaseAnswers().catch(() => false);
    c.header('cache-control', 'no-store');
    return healthy ? c.json({ status: 'ok' }) : c.json({ status: 'unavailable', database: 'no-answer' }, 503);
  });
