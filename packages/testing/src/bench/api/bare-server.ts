// The plain way: the same statements behind a handler that does nothing else, on a pool of the same size. A process of its own.
import { serve } from '@hono/node-server';
import { connect, type Login, type Server } from '@saubac/db/cluster';
import { Hono } from 'hono';
import type postgres from 'postgres';
import type { Statement } from './statement.ts';

/** A route of the bare server. In texts and values of its statements, what stood for `sample` is replaced by the `x` of the request. */
export type BareRoute = { path: string; method: 'get' | 'post'; sample: string; statements: Statement[]; tenants: { server: Server; login: Login }[] };
export type BareOrder = { routes: BareRoute[]; connections: number };

const replaced = (value: Statement['values'][number], sample: string, by: string): Statement['values'][number] => (typeof value === 'string' ? value.replaceAll(sample, by) : value);

const isControl = (text: string): boolean => /^(begin|commit|rollback)/i.test(text.trim());

const run = async (sql: postgres.Sql, { sample, statements }: BareRoute, by: string): Promise<unknown> => {
  const each = (client: postgres.Sql | postgres.TransactionSql) => async (): Promise<unknown> => {
    let last: unknown;
    for (const { text, values } of statements) {
      if (!isControl(text)) last = await client.unsafe(text.replaceAll(sample, by), values.map((value) => replaced(value, sample, by)) as never[]);
    }
    return last;
  };
  return statements.some(({ text }) => isControl(text)) ? sql.begin((tx) => each(tx)()) : each(sql)();
};

process.once('message', ({ routes, connections }: BareOrder) => {
  const app = new Hono();
  for (const route of routes) {
    const pools = route.tenants.map(({ server, login }) => connect(server, login, { max: connections, purpose: 'bare' }));
    app[route.method](route.path, async (c) => {
      const pool = pools[Math.floor(Math.random() * pools.length)];
      if (!pool) throw new Error('No pool');
      const by = c.req.query('x') ?? route.sample;
      return c.json((await run(pool, route, by)) as object);
    });
  }
  app.get('/memory', (c) => c.json({ rss: process.memoryUsage().rss }));
  const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ listening: port }));
  process.once('disconnect', () => {
    http.close();
    process.exit(0);
  });
});
