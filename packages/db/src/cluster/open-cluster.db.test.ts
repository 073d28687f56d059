import { emptyDatabase, otherInstallation, type EmptyDatabase } from '@saubac/testing/cluster';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, openCluster, type Client, type Cluster, type ClusterConfig } from './index.ts';

let database: EmptyDatabase;
let dataDir: string;
let rolePrefix: string;
const opened: Cluster[] = [];

beforeEach(async () => {
  database = await emptyDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'saubac-open-'));
  rolePrefix = otherInstallation();
});
afterEach(async () => {
  for (const cluster of opened.splice(0)) await cluster.close();
  rmSync(dataDir, { recursive: true, force: true });
  await database.drop();
});

const open = async (config: Partial<ClusterConfig> = {}): Promise<Cluster> => {
  const cluster = await openCluster({ dataDir, databaseUrl: database.url, rolePrefix, ...config });
  opened.push(cluster);
  return cluster;
};

const roleOf = async (cluster: Cluster, slug: string): Promise<unknown> => cluster.withTenant(slug, async ({ db }) => [...(await db.execute(sql`select current_user as who, current_setting('is_superuser') as super`))][0]);

const asSuperuser = async (work: (superuser: Client) => Promise<void>): Promise<void> => {
  const { hostname, port, username, password, pathname } = new URL(database.url);
  const superuser = connect({ url: `postgres://${hostname}:${port}`, database: pathname.slice(1) }, { user: username, password });
  await work(superuser).finally(() => void superuser.end());
};

/** The operator's own login: no superuser, but owner of the database. */
const withOperator = async (attributes: string, work: (url: string) => Promise<void>): Promise<void> => {
  await asSuperuser(async (superuser) => {
    await superuser.unsafe(`create role "${rolePrefix}operator" login ${attributes} password 'operator'`);
    await superuser.unsafe(`alter database "${new URL(database.url).pathname.slice(1)}" owner to "${rolePrefix}operator"`);
  });
  await work(database.urlFor(`${rolePrefix}operator`, 'operator'));
};

describe('an installation on a server of DATABASE_URL', () => {
  it('is set up once, and serves as roles that are no superusers', async () => {
    const cluster = await open();
    await cluster.createTenant({ slug: 'gamma', name: 'Gamma', kind: 'province' });
    const again = await open();
    expect(await roleOf(again, 'gamma')).toEqual({ who: (await again.findTenant('gamma'))?.roleName, super: 'off' });
    for (const client of [again.registry, again.provisioner]) expect([...(await client`select current_setting('is_superuser') as super`)]).toEqual([{ super: 'off' }]);
  });

  it('can be set up by the owner of the database who may make roles', async () => {
    await withOperator('createrole', async (url) => {
      const cluster = await open({ databaseUrl: url });
      expect(await cluster.createTenant({ slug: 'gamma', name: 'Gamma', kind: 'province' })).toMatchObject({ ok: true });
      await cluster.close();
    });
  });

  it('is refused by a code when the login may not set it up', async () => {
    await withOperator('nocreaterole', async (url) => {
      await expect(open({ databaseUrl: url })).rejects.toMatchObject({ code: 'missing-privilege', details: { missing: 'have CREATEROLE' } });
    });
  });

  it('does not take over the roles of another installation on the server', async () => {
    await open();
    const other = await emptyDatabase();
    const elsewhere = mkdtempSync(join(tmpdir(), 'saubac-open-'));
    await expect(open({ databaseUrl: other.url, dataDir: elsewhere })).rejects.toMatchObject({ code: 'role-taken' });
    rmSync(elsewhere, { recursive: true });
    await other.drop();
  });

  it('gives the roles new passwords when the data folder was lost, but opens a tenant only with its key', async () => {
    const passphrase = 'a passphrase of the operator, long enough';
    await (await open({ passphrase })).createTenant({ slug: 'gamma', name: 'Gamma', kind: 'province' });
    rmSync(dataDir, { recursive: true });
    await expect((await open()).openTenant('gamma')).rejects.toMatchObject({ code: 'key-missing' });
    expect(await roleOf(await open({ passphrase }), 'gamma')).toMatchObject({ super: 'off' });
  });

  it.each(['provisioner', 'platform_api'])('is not served when somebody made a superuser of the role %s', async (role) => {
    await open();
    await asSuperuser(async (superuser) => {
      await superuser.unsafe(`alter role "${rolePrefix}${role}" superuser`);
    });
    await expect(open()).rejects.toMatchObject({ code: 'serves-as-superuser' });
  });

  it('lets nobody make anything in the schema that all search, even in a database from before that was the default', async () => {
    await asSuperuser(async (superuser) => {
      await superuser`grant create on schema public to public`;
    });
    const { registry } = await open();
    expect([...(await registry`select has_schema_privilege(current_user, 'public', 'create') as may`)]).toEqual([{ may: false }]);
  });

  it('sends what is stored of a password and never the password, which the server might log', async () => {
    await asSuperuser(async (superuser) => {
      await superuser.unsafe(`alter database "${new URL(database.url).pathname.slice(1)}" set password_encryption = 'md5'`);
    });
    const tenant = await (await open()).createTenant({ slug: 'gamma', name: 'Gamma', kind: 'province' });
    await asSuperuser(async (superuser) => {
      const names = [`${rolePrefix}provisioner`, `${rolePrefix}platform_api`, tenant.ok ? tenant.value.roleName : ''];
      // The server would have made md5 of a password in words.
      for (const name of names) expect(await superuser`select 1 from pg_authid where rolname = ${name} and starts_with(rolpassword, 'SCRAM-SHA-256$')`).toHaveLength(1);
    });
  });

  it('keeps its secrets in a file that only its owner reads', async () => {
    await open();
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).not.toContain(new URL(database.url).password);
  });

  it.each([
    ['a server that does not answer', () => 'postgres://u:p@127.0.0.1:1/x', 'unreachable'],
    ['a database that does not exist', () => database.url.replace(/\/[^/]*$/, '/no_such_database'), 'unreachable'],
    ['an address that is none', () => 'postgres://u:p@host:port/x', 'address-invalid'],
    ['a wrong password', () => database.urlFor('postgres', 'wrong'), 'wrong-password'],
  ])('says by a code: %s', async (_, url, code) => {
    await expect(open({ databaseUrl: url() })).rejects.toMatchObject({ name: 'ClusterError', code });
  });
});
