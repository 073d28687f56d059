import { randomBytes } from 'node:crypto';
import { connect, openDatabaseTo, openParts, roleNames, type Client, type Cluster, type Login, type RoleNames, type SecretKey, type Server } from '@saubac/db/cluster';
import { decrypt } from '@saubac/db/tenancy';
import { inject } from 'vitest';
import type { TestServer } from './test-server.ts';

/** A database of one test file, opened, with the tenants `alpha` and `beta`. Closing drops it. */
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

/**
 * Clones the template database, or a clone of it as it has become: with its own copy a test file may do what it likes, however many run side
 * by side. Whoever is connected to the one that is cloned loses the connection, and comes back by himself.
 */
export const cloneDatabase = async (of?: Pick<TestCluster, 'server'>): Promise<TestCluster> => {
  const { url, database: template, superuser, secrets }: TestServer = inject('testServer');
  const origin = of?.server.database ?? template;
  const server: Server = { url, database: `test_${randomBytes(6).toString('hex')}` };
  const roles = roleNames();
  const clients: Client[] = [];
  const maintenance = connect({ url, database: 'postgres' }, superuser);
  if (of) await maintenance`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${origin}`;
  await maintenance`create database ${maintenance(server.database)} template ${maintenance(origin)}`;
  // It also changes rows of the database that every test file maintains from, which PostgreSQL lets one at a time do.
  await maintenance`select pg_advisory_lock(1)`;
  await openDatabaseTo(maintenance, server.database, roles);
  await maintenance`select pg_advisory_unlock(1)`;
  const key = { name: secrets.key.name, bytes: Buffer.from(secrets.key.bytes, 'base64') };
  const cluster = await openParts({ server, roles, secrets: { ...secrets, key } });
  const loginAs = (login: Login): Client => {
    const client = connect(server, login, { max: 2 });
    clients.push(client);
    return client;
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
      await maintenance`drop database ${maintenance(server.database)} with (force)`;
      await maintenance.end();
    },
  };
};
