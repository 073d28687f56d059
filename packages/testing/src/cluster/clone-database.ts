import { randomBytes } from 'node:crypto';
import { connect, openDatabaseTo, openParts, roleNames, type Client, type Cluster, type Login, type RoleNames, type SecretKey, type Server } from '@saubac/db/cluster';
import { decrypt } from '@saubac/db/tenancy';
import { inject } from 'vitest';
import { marksOf, type Marks } from './marks.ts';
import { takeBack } from './take-back.ts';
import type { TestServer } from './test-server.ts';

/** A database of one test file, opened, with the tenants `alpha` and `beta`. Closing takes it away. */
export type TestCluster = Cluster & {
  /** A client of the superuser in this database: to tamper with what no role of the product may touch. */
  superuser: () => Client;
  /** A client of any login in this database; closed with it. */
  loginAs: (login: Login) => Client;
  /** What a tenant's own pool logs in with. */
  tenantLogin: (slug: string) => Promise<Login>;
  roles: RoleNames;
  /** What a process that serves this database is given. */
  serving: { login: Login; key: SecretKey };
};

/** A database that nobody has used yet, or that is again as if nobody had. */
type Fresh = { database: string; marks: Marks };

const makeClone = async (maintenance: Client, origin: string, roles: RoleNames): Promise<string> => {
  const database = `test_${randomBytes(6).toString('hex')}`;
  await maintenance`create database ${maintenance(database)} template ${maintenance(origin)}`;
  // It also changes rows of the database that every test file maintains from, which PostgreSQL lets one at a time do.
  await maintenance`select pg_advisory_lock(1)`;
  await openDatabaseTo(maintenance, database, roles);
  await maintenance`select pg_advisory_unlock(1)`;
  return database;
};

const takeFree = async (maintenance: Client, origin: string): Promise<Fresh | undefined> => {
  const [free] = await maintenance<Fresh[]>`delete from free_clones where database = (select database from free_clones where origin = ${origin} limit 1 for update skip locked) returning database, marks`;
  return free;
};

/** The marks of a clone of the template are known; others are looked at. */
const firstMarks = async (server: Server, superuser: Login): Promise<Marks> => {
  const client = connect(server, superuser);
  try {
    return await marksOf(client);
  } finally {
    await client.end({ timeout: 1 });
  }
};

const dropAll = async (maintenance: Client, databases: readonly string[]): Promise<void> => {
  for (const it of databases) await maintenance`drop database ${maintenance(it)} with (force)`;
};

/**
 * Clones the template database, or a clone of it as it has become: with its own copy a test file may do what it likes, however many run side
 * by side. Whoever is connected to the one that is cloned loses the connection, and comes back by himself. Making a clone is slow, so one that
 * is closed and can be made again what it was is given to the next.
 */
export const cloneDatabase = async (of?: Pick<TestCluster, 'server'>): Promise<TestCluster> => {
  const { url, database: template, pristine, marks, superuser, secrets }: TestServer = inject('testServer');
  const origin = of?.server.database ?? template;
  const roles = roleNames();
  const clients: Client[] = [];
  const maintenance = connect({ url, database: 'postgres' }, superuser);
  const free = await takeFree(maintenance, origin);
  if (of && !free) await maintenance`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${origin}`;
  const server: Server = { url, database: free?.database ?? (await makeClone(maintenance, origin, roles)) };
  const fresh = free?.marks ?? (of ? await firstMarks(server, superuser) : marks);
  const key = { name: secrets.key.name, bytes: Buffer.from(secrets.key.bytes, 'base64') };
  const cluster = await openParts({ server, roles, secrets: { ...secrets, key } });
  const loginAs = (login: Login): Client => {
    const client = connect(server, login, { max: 2 });
    clients.push(client);
    return client;
  };
  const giveBack = async (): Promise<void> => {
    const back = await takeBack(maintenance, { url, database: server.database, pristine: of ? origin : pristine, marks: fresh, superuser }).catch(() => undefined);
    if (back) await maintenance`insert into free_clones (database, origin, marks) values (${server.database}, ${origin}, ${JSON.stringify(back)}::text::jsonb)`;
    else await dropAll(maintenance, [server.database]);
    const ofThis = await maintenance<{ database: string }[]>`delete from free_clones where origin = ${server.database} returning database`;
    await dropAll(maintenance, ofThis.map((it) => it.database));
  };
  return {
    ...cluster,
    roles,
    serving: { login: { user: roles.platformApi, password: secrets.platformApiPassword }, key },
    loginAs,
    superuser: () => loginAs(superuser),
    tenantLogin: async (slug) => {
      const tenant = await cluster.findTenant(slug);
      const [secret] = await cluster.provisioner`select ciphertext from platform.tenant_secrets where tenant_id = ${tenant?.id ?? null}`;
      return { user: tenant?.roleName ?? '', password: decrypt(key, String(secret?.['ciphertext']), tenant?.id ?? '') };
    },
    close: async () => {
      await Promise.all([cluster.close(), ...clients.map((client) => client.end({ timeout: 1 }))]);
      await giveBack();
      await maintenance.end();
    },
  };
};
