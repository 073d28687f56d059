import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { bootstrapCluster, connect, createDatabase, openParts, roleNames, secretsIn, startEmbedded, type Login, type Secrets, type Server } from '@saubac/db/cluster';
import { installJobs } from '@saubac/db/jobs';
import { migratePlatform } from '@saubac/db/migrations';
import { loadReference } from '@saubac/db/reference';
import type { TestProject } from 'vitest/node';
import { marksOf, type Marks } from './marks.ts';
import { testTenants, type TestServer } from './test-server.ts';

const memory = '/dev/shm';
const enoughBytes = 4 * 1024 ** 3;

/** Where nothing has to be kept: in memory where the machine has plenty of it, since making and dropping hundreds of databases is mostly making and dropping files. */
const throwawayFolder = (): string => {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enoughBytes ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
};

const referenceFolder = join(import.meta.dirname, '../../../../deploy/reference');

const makeTemplate = async (server: Server, secrets: Secrets): Promise<void> => {
  const cluster = await openParts({ server, secrets, roles: roleNames() });
  try {
    await migratePlatform(cluster.provisioner, roleNames());
    await installJobs(server, { user: roleNames().platformApi, password: secrets.platformApiPassword });
    await loadReference(cluster, referenceFolder);
    for (const tenant of testTenants) {
      const created = await cluster.createTenant(tenant);
      if (!created.ok) throw new Error(`The test tenant ${tenant.slug} was refused: ${JSON.stringify(created.failure)}`);
    }
  } finally {
    await cluster.close();
  }
};

/** A second template that is only read, what both are like, and a list for clones that are free again. */
const prepareReuse = async ({ url, database }: Server, superuser: Login): Promise<{ pristine: string; marks: Marks }> => {
  const pristine = 'saubac_pristine';
  const maintenance = connect({ url, database: 'postgres' }, superuser);
  const client = connect({ url, database: pristine }, superuser);
  try {
    await maintenance`create database ${maintenance(pristine)} template ${maintenance(database)}`;
    await maintenance`create table free_clones (database text primary key, origin text not null, marks jsonb not null)`;
    return { pristine, marks: await marksOf(client) };
  } finally {
    await Promise.all([client.end(), maintenance.end()]);
  }
};

/** Starts one throwaway server for all database tests and makes the database that each test file clones. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(throwawayFolder(), 'saubac-tests-'));
  // The server may run as another user than the tests.
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, throwaway: true });
  const stop = async (): Promise<void> => {
    await embedded.stop();
    for (const folder of [embedded.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const secrets = secretsIn(dataDir);
    const template: Server = { url: `postgres://${embedded.host}:${embedded.port}`, database: 'saubac_template' };
    await createDatabase(template, embedded.superuser);
    await bootstrapCluster(template, embedded.superuser, secrets, roleNames());
    await makeTemplate(template, secrets);
    const key = { name: secrets.key.name, bytes: secrets.key.bytes.toString('base64') };
    provide('testServer', { ...template, ...(await prepareReuse(template, embedded.superuser)), superuser: embedded.superuser, secrets: { ...secrets, key } } satisfies TestServer);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
