import { serve, type ServerType } from '@hono/node-server';
import { connect, type Login, type Server } from '@saubac/db/cluster';
import { createServer } from './create-server.ts';

/** What a serving process is given: where to listen, and the one login it has. It never holds the credential that makes tenants. */
export type ServeSettings = { port: number; host: string; version: string; server: Server; login: Login };

/** A server that listens, until it is stopped. */
export type Serving = { port: number; stop: () => Promise<void> };

/** How long the database may take to answer before it counts as not answering. */
const patienceMs = 2_000;

const probe = (client: ReturnType<typeof connect>) => (): Promise<boolean> => {
  const silence = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => silence.resolve(false), patienceMs);
  const answer = client`select 1`.then(() => true);
  return Promise.race([answer, silence.promise]).finally(() => clearTimeout(timer));
};

const listening = (server: ServerType): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

const closed = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });

/** Listens and answers. Rejects if the port is taken. */
export const startServing = async ({ port, host, version, server, login }: ServeSettings): Promise<Serving> => {
  const client = connect(server, login, { max: 2, purpose: 'saubac api' });
  const app = createServer({ version, databaseAnswers: probe(client), reportFault: (error) => process.stderr.write(`${error.stack ?? error.message}\n`) });
  const http = serve({ fetch: app.fetch, port, hostname: host });
  try {
    const bound = await listening(http);
    return {
      port: bound,
      stop: async () => {
        await closed(http);
        await client.end({ timeout: 5 });
      },
    };
  } catch (error) {
    await client.end({ timeout: 1 });
    throw error;
  }
};
