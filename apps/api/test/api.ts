import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser } from '@saubac/auth/accounts';
import { createAuth, type AuthRules } from '@saubac/auth/context';
import type { Mail } from '@saubac/auth/mail';
import { openSession } from '@saubac/auth/sessions';
import { openAccessFeed } from '@saubac/db/accounts';
import { openServing } from '@saubac/db/cluster';
import { type TenantDb, vaultOf } from '@saubac/db/tenancy';
import type { Role } from '@saubac/domain/access';
import type { UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { openFileStore } from '@saubac/services/files';
import { sql } from 'drizzle-orm';
import { pino, type Logger } from 'pino';
import { createServer } from '../src/create-server.ts';
import type { Limits } from '../src/middleware/limits.ts';
import { createInstallation, type Installation, type InstallationParts } from '../src/serving/installation.ts';

/** Somebody signed in, for a test. */
export type TestUser = { id: UserId; email: string; token: string };

export type Asking = { as?: TestUser | undefined; method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };

/** The server over a database of its own, with the tenants `alpha` and `beta`, and people who can sign in. */
export type TestApi = {
  cluster: TestCluster;
  installation: Installation;
  app: ReturnType<typeof createServer>;
  /** Sends a request; a body that is no string or form goes as JSON. */
  ask: (path: string, asking?: Asking) => Promise<Response>;
  /** Somebody who belongs to a tenant, with roles there; a role without a unit reaches all of it. */
  user: (tenant: string, roles: readonly { role: Role; unit?: string }[], more?: { password?: string }) => Promise<TestUser>;
  db: (tenant: string) => Promise<TenantDb>;
  logged: () => Record<string, unknown>[];
  /** The mails that were queued, by any of the servers. */
  mails: Mail[];
  /** Another process that serves the same database, as the first one hears of it only through the database. */
  another: () => Promise<Pick<TestApi, 'ask' | 'installation'>>;
  close: () => Promise<void>;
};

const password = 'a password of a test';

type Sent = string | FormData | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

const bodyOf = (body: unknown): { body?: Sent; headers: Record<string, string> } => {
  if (body === undefined) return { headers: {} };
  if (typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array || body instanceof ReadableStream) return { body: body as Sent, headers: {} };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
};

/** A process that serves: everything that it has to itself. */
const openProcess = async ({ server, serving: { login, key } }: TestCluster, log: Logger, mails: Mail[], limits: Partial<Limits>, rules: Partial<AuthRules>, folder: string, plugins: InstallationParts['plugins']) => {
  const serving = await openServing({ server, login, key, connectionsPerTenant: 3, statementTimeoutMs: 20_000 });
  const access = await openAccessFeed(serving.platform);
  const sendMail = (mail: Mail): Promise<void> => Promise.resolve(void mails.push(mail));
  const cheap = { passwordCost: { memoryCost: 1_024, timeCost: 2, parallelism: 1 }, evenAnswerMs: 0 };
  const auth = createAuth({ sql: serving.platform, vault: vaultOf(key), access, sendMail, rules: { ...cheap, ...rules } });
  const installation = createInstallation({ serving, auth, plugins, files: await openFileStore(join(folder, 'files')), log });
  const app = createServer({ version: '1.2.3', installation, readiness: () => Promise.resolve(true), log, limits: { requestsPerMinute: 1_000_000, ...limits } });
  const ask: TestApi['ask'] = async (path, { as, method = 'GET', body, headers = {}, signal } = {}) => {
    const sent = bodyOf(body);
    return app.request(path, {
      method,
      ...(sent.body === undefined ? {} : { body: sent.body, duplex: 'half' }),
      ...(signal ? { signal } : {}),
      headers: { ...sent.headers, ...(as ? { authorization: `Bearer ${as.token}` } : {}), ...headers },
    });
  };
  return { app, auth, installation, ask };
};

export const openApi = async (limits: Partial<Limits> = {}, rules: Partial<AuthRules> = {}, plugins: InstallationParts['plugins'] = []): Promise<TestApi> => {
  const cluster = await cloneDatabase();
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const mails: Mail[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'api-'));
  const open = () => openProcess(cluster, log, mails, limits, rules, folder, plugins);
  const { app, auth, installation, ask } = await open();
  const others: Installation[] = [];
  const db = async (tenant: string) => (await cluster.openTenant(tenant)).db;
  let users = 0;
  return {
    cluster,
    installation,
    app,
    db,
    ask,
    mails,
    logged: () => lines,
    another: async () => {
      const other = await open();
      others.push(other.installation);
      return other;
    },
    user: async (tenant, roles, more = {}) => {
      const { id } = (await cluster.findTenant(tenant)) ?? { id: '' };
      const now = new Date();
      const email = `user${(users += 1)}@${tenant}.test`;
      const made = await createUser(auth, { email, displayName: `User ${users}`, password: more.password ?? password, tenant: id, by: { id: null, label: 'test' }, now });
      if (!made.ok) throw new Error(`Refused: ${JSON.stringify(made.failure)}`);
      const user = made.value.account.id;
      const tenantDb = await db(tenant);
      for (const { role, unit = null } of roles) {
        await tenantDb.execute(sql`insert into grants (user_id, role, unit_id, valid_from) select ${user}::uuid, ${role}, (select id from units where code = ${unit}), '2000-01-01'`);
      }
      const session = await openSession(auth, { user, secondFactorPassed: false, client: { address: null, userAgent: null }, now, by: 'password' });
      if (!session.ok) throw new Error('No session');
      return { id: user, email, token: session.value.token };
    },
    close: async () => {
      await Promise.all([installation, ...others].map((it) => it.close()));
      await cluster.close();
      await rm(folder, { recursive: true });
    },
  };
};
