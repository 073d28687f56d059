import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCluster, roleNames, secretsIn, type Cluster, type ClusterConfig, type Login } from '@saubac/db/cluster';
import { loadReference } from '@saubac/db/reference';

type Environment = Readonly<Record<string, string | undefined>>;

/** The root folder of the product. */
export const productRoot = join(import.meta.dirname, '..', '..', '..', '..');

/** The version of the product. */
export const productVersion = (JSON.parse(readFileSync(join(productRoot, 'package.json'), 'utf8')) as { version: string }).version;

const referenceFolder = join(productRoot, 'deploy', 'reference');

/** The data folder of the project; SAUBAC_DATA_DIR names another one. */
export const dataDirOf = (env: Environment): string => env['SAUBAC_DATA_DIR'] ?? join(productRoot, '.data');

const configOf = (env: Environment): ClusterConfig => ({
  dataDir: dataDirOf(env),
  databaseUrl: env['DATABASE_URL'],
  passphrase: env['SAUBAC_KEY'],
  rolePrefix: env['SAUBAC_ROLE_PREFIX'],
});

/**
 * Opens the installation: the server of DATABASE_URL, else the embedded one of the data folder. One that runs is joined, one that does
 * not is started, and whoever leaves last stops it. The reference data are brought up to date. Throws `ClusterError`.
 */
export const openInstallation = async (env: Environment): Promise<Cluster> => {
  const cluster = await openCluster(configOf(env));
  try {
    await loadReference(cluster, referenceFolder);
    return cluster;
  } catch (error) {
    await cluster.close();
    throw error;
  }
};

/** What a process that serves is given: its login, which can make no tenant, the key that opens the tenants' passwords, and where files are. */
export const servingParts = (env: Environment): { login: Login; key: { name: string; base64: string }; filesFolder: string } => {
  const { platformApiPassword, key } = secretsIn(dataDirOf(env), env['SAUBAC_KEY']);
  return {
    login: { user: roleNames(env['SAUBAC_ROLE_PREFIX']).platformApi, password: platformApiPassword },
    key: { name: key.name, base64: key.bytes.toString('base64') },
    filesFolder: join(dataDirOf(env), 'files'),
  };
};

/** Does something with the installation opened, and closes it whatever happens. */
export const withInstallation = async <T>(env: Environment, work: (cluster: Cluster) => Promise<T>): Promise<T> => {
  const cluster = await openInstallation(env);
  try {
    return await work(cluster);
  } finally {
    await cluster.close();
  }
};
