import { connect, type Login, type Server } from '@saubac/db/cluster';
import type { TenantDb } from '@saubac/db/tenancy';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A statement as it went to the server. */
export type Statement = { text: string; values: (string | number | boolean | null)[] };

/** What one request made the product ask the database, in its order, and the ids that it made for new rows. */
export type Recorded = { statements: Statement[]; made: string[] };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

const bornAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** Does something once on a connection that writes down what it is asked. */
export const recordStatements = async (server: Server, login: Login, work: (db: TenantDb) => Promise<unknown>): Promise<Recorded> => {
  const statements: Statement[] = [];
  const options = connect(server, login).options;
  const client = postgres({
    ...(options as unknown as postgres.Options<Record<string, never>>),
    max: 1,
    debug: (_connection, text, values) => void statements.push({ text, values: values as Statement['values'] }),
  });
  const begun = Date.now();
  try {
    await work(drizzle(client));
    const ids = new Set(statements.flatMap(({ text, values }) => [text, ...values.map(String)].flatMap((it) => it.match(uuid) ?? [])));
    return { statements, made: [...ids].filter((it) => bornAt(it) >= begun - 1) };
  } finally {
    await client.end();
  }
};
