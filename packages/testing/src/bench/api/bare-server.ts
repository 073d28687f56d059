// The plain way: the same statements behind a handler that does nothing else, on a pool of the same size. A process of its own.
import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { connect, type Login, type Server } from '@saubac/db/cluster';
import { Hono } from 'hono';
import type postgres from 'postgres';
import type { Recorded, Statement } from './statement.ts';

/**
 * A route of the bare server. In its statements, `samples` are replaced by the values of the request (`?x=…&x=…`), and the ids that were
 * made for new rows by fresh ones.
 */
export type BareRoute = Recorded & { path: string; method: 'get' | 'post'; samples: string[]; logins: Login[] };
export type BareOrder = { routes: BareRoute[]; server: Server; connections: number };

const isControl = ({ text }: Statement): boolean => /^(begin|commit|rollback)/i.test(text.trim());

/** A statement made ready: only what a request changes in it is looked at again for each. */
type Ready = { text: (fill: Fill) => string; values: ((fill: Fill) => Statement['values'][number])[] };
type Fill = (text: string) => string;

const ready = ({ text, values }: Statement, changing: readonly string[]): Ready => {
  const changes = (it: unknown): it is string => typeof it === 'string' && changing.some((one) => it.includes(one));
  return { text: changes(text) ? (fill) => fill(text) : () => text, values: values.map((value) => (changes(value) ? (fill: Fill) => fill(value) : () => value)) };
};

const runner = (route: BareRoute): ((sql: postgres.Sql, given: readonly string[]) => Promise<unknown>) => {
  const { samples, made, statements } = route;
  const steps = statements.filter((it) => !isControl(it)).map((it) => ready(it, [...samples, ...made]));
  const inTransaction = statements.some(isControl);
  return (sql, given) => {
    const changes: [string, string][] = [...samples.map((it, index): [string, string] => [it, given[index] ?? it]), ...made.map((it): [string, string] => [it, randomUUID()])];
    const fill: Fill = (text) => changes.reduce((done, [from, to]) => done.replaceAll(from, to), text);
    const work = async (client: postgres.Sql | postgres.TransactionSql): Promise<unknown> => {
      let last: unknown;
      for (const step of steps) last = await client.unsafe(step.text(fill), step.values.map((value) => value(fill)) as never[]);
      return last;
    };
    return inTransaction ? sql.begin(work) : work(sql);
  };
};

process.once('message', ({ routes, server, connections }: BareOrder) => {
  const app = new Hono();
  const pools = new Map<string, postgres.Sql>();
  const poolOf = (login: Login): postgres.Sql => {
    const pool = pools.get(login.user) ?? connect(server, login, { max: connections, purpose: 'bare' });
    pools.set(login.user, pool);
    return pool;
  };
  for (const route of routes) {
    const run = runner(route);
    app.on(route.method, route.path, async (c) => {
      const login = route.logins[Math.floor(Math.random() * route.logins.length)];
      if (!login) throw new Error('No login');
      return c.json((await run(poolOf(login), c.req.queries('x') ?? [])) as object);
    });
  }
  const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ listening: port }));
  process.once('disconnect', () => {
    http.close();
    process.exit(0);
  });
});
