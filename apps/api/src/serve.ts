import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { createAuth } from '@saubac/auth/context';
import { openAccessFeed } from '@saubac/db/accounts';
import { openServing, type Login, type Server, type Serving } from '@saubac/db/cluster';
import { openJobs, type Jobs } from '@saubac/db/jobs';
import { mailSender } from '@saubac/db/mail';
import { vaultOf } from '@saubac/db/tenancy';
import { loadPlugins } from '@saubac/plugin-host';
import { openFileStore } from '@saubac/services/files';
import { coreWorkflows } from '@saubac/services/inbox';
import { pino, type Logger } from 'pino';
import { createServer } from './create-server.ts';
import type { Limits } from './middleware/limits.ts';
import { createMetrics } from './serving/metrics.ts';
import { createInstallation, type Installation } from './serving/installation.ts';
import { publicUrlOf } from './serving/public-url.ts';

/** What a serving process is given: where to listen, the one login it has, and the key of the tenants' passwords. It never holds the credential that makes tenants. */
export type ServeSettings = {
  port: number;
  host: string;
  version: string;
  server: Server;
  login: Login;
  key: { name: string; base64: string };
  /** The address of the product for its users, without a slash at the end; absent: where it listens. */
  publicUrl?: string | undefined;
  /** The folder in which files are kept. */
  filesFolder: string;
  /** The folder of the built screens; absent: none are served. */
  pagesFolder?: string | undefined;
  limits?: Partial<Limits>;
  connectionsPerTenant?: number;
  logLevel?: string;
  /** Nothing of any plugin runs. */
  safeMode?: boolean;
  /** Where metrics are told, on this machine only; absent: nowhere. */
  metricsPort?: number | undefined;
};

/** A server that listens, until it is stopped. */
export type Listening = { port: number; stop: () => Promise<void> };

/** How long the database may take to answer before it counts as not answering. */
const patienceMs = 2_000;

/** No answer takes longer than this; work that does is a job. */
const statementTimeoutMs = 30_000;

const pluginFolder = join(import.meta.dirname, '../../../plugins');

const probe = ({ platform }: Serving) => (): Promise<boolean> => {
  const silence = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => silence.resolve(false), patienceMs);
  const answer = platform`select 1`.then(() => true);
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

const open = async (settings: ServeSettings, log: Logger): Promise<{ serving: Serving; installation: Installation; jobs: Jobs }> => {
  const { server, login, key, connectionsPerTenant, filesFolder, safeMode = false } = settings;
  if (safeMode) log.warn('safe mode: no plugin runs');
  const rules = { publicUrl: publicUrlOf(settings) };
  const secret = { name: key.name, bytes: Buffer.from(key.base64, 'base64') };
  const serving = await openServing({ server, login, key: secret, statementTimeoutMs, ...(connectionsPerTenant ? { connectionsPerTenant } : {}) });
  const access = await openAccessFeed(serving.platform);
  const jobs = await openJobs(server, login, { role: 'send', onFault: () => log.warn('the queue of jobs did not answer') });
  const vault = vaultOf(secret);
  const auth = createAuth({ sql: serving.platform, vault, access, sendMail: mailSender(jobs, vault), rules });
  return { serving, jobs, installation: createInstallation({ serving, auth, plugins: await loadPlugins(pluginFolder, { safeMode, coreWorkflows }), files: await openFileStore(filesFolder), log }) };
};

/** Listens and answers. Rejects if the port is taken or the database can't be reached. */
export const startServing = async (settings: ServeSettings): Promise<Listening> => {
  const { port, host, version, pagesFolder, limits = {}, logLevel = 'warn', metricsPort } = settings;
  const log = pino({ level: logLevel, base: null }, pino.destination(2));
  const { serving, installation, jobs } = await open(settings, log);
  const metrics = metricsPort === undefined ? undefined : createMetrics();
  const app = createServer({ version, installation, readiness: probe(serving), log, limits, pagesFolder, ...(metrics ? { countRequests: metrics.count } : {}) });
  const http = serve({ fetch: app.fetch, port, hostname: host });
  try {
    const bound = await listening(http);
    const told = metrics && serve({ fetch: metrics.page.fetch, port: metricsPort ?? 0, hostname: '127.0.0.1' });
    if (told) await listening(told);
    return {
      port: bound,
      stop: async () => {
        await Promise.all([closed(http), told && closed(told)]);
        await jobs.stop();
        await installation.close();
      },
    };
  } catch (error) {
    await jobs.stop();
    await installation.close();
    throw error;
  }
};
