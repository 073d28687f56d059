import { connect, type Login, type Server } from '@saubac/db/cluster';
import type { TenantDb } from '@saubac/db/tenancy';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A statement as it went to the server. */
export type Statement = { text: string; values: (string | number | boolean | null)[] };

/** What one request makes the product ask the database, in its order. */
export const recordStatements = async (server: Server, login: Login, work: (db: TenantDb) => Promise<unknown>): Promise<Statement[]> => {
  const statements: Statement[] = [];
  const options = connect(server, login).options;
  const client = postgres({
    ...(options as unknown as postgres.Options<Record<string, never>>),
    max: 1,
    debug: (_connection, text, values) => void statements.push({ text, values: values as Statement['values'] }),
  });
  try {
    await work(drizzle(client));
    return statements;
  } finally {
    await client.end();
  }
};
