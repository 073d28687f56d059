import { resolve } from 'node:path';
import { installJobs } from '../jobs/install-jobs.ts';
import { migratePlatform } from '../migrations/index.ts';
import { bootstrapCluster, createDatabase } from './bootstrap.ts';
import { openParts, type Cluster } from './cluster.ts';
import { startEmbedded, type EmbeddedConfig } from './embedded.ts';
import { withFolderLock } from './folder-lock.ts';
import { roleNames } from './roles.ts';
import { secretsIn } from './secrets.ts';
import { canLogIn, connect, connectServer, type Login, type Server } from './server.ts';

export type ClusterConfig = EmbeddedConfig & {
  /** A server to use instead of the embedded one, with a login that may set the installation up (DATABASE_URL). */
  databaseUrl?: string | undefined;
  /** Encrypts the tenants' passwords instead of the key in the data folder (SAUBAC_KEY). */
  passphrase?: string | undefined;
  /** Stands before the names of the installation's roles on a server shared with another one (SAUBAC_ROLE_PREFIX). */
  rolePrefix?: string | undefined;
  connectionsPerTenant?: number;
};

type Found = { server: Server; admin: Login; stop?: () => Promise<void> };

const embedded = async (config: ClusterConfig): Promise<Found> => {
  const { host, port, superuser, stop } = await startEmbedded(config);
  return { server: { url: `postgres://${host}:${port}`, database: 'saubac' }, admin: superuser, stop };
};

/**
 * Opens the database of an installation: starts (or joins) the embedded server or uses the one of DATABASE_URL, sets it up the first
 * time, brings `platform` up to date. Tenants are migrated by `cluster.migrateTenants()`. Throws `ClusterError`.
 */
export const openCluster = async (config: ClusterConfig): Promise<Cluster> => {
  const dataDir = resolve(config.dataDir);
  const roles = roleNames(config.rolePrefix);
  const found: Found = config.databaseUrl ? await connectServer(config.databaseUrl) : await embedded(config);
  const { server, admin, stop } = found;
  try {
    const secrets = await withFolderLock(dataDir, async () => {
      const ours = secretsIn(dataDir, config.passphrase);
      const login = { user: roles.provisioner, password: ours.provisionerPassword };
      if (!(await canLogIn(server, login))) {
        if (!config.databaseUrl) await createDatabase(server, admin);
        await bootstrapCluster(server, admin, ours, roles);
      }
      const provisioner = connect(server, login);
      try {
        await migratePlatform(provisioner, roles);
      } finally {
        await provisioner.end();
      }
      await installJobs(server, { user: roles.platformApi, password: ours.platformApiPassword });
      return ours;
    });
    return await openParts({ server, secrets, roles, ...(config.connectionsPerTenant ? { connectionsPerTenant: config.connectionsPerTenant } : {}), ...(stop ? { stop } : {}) });
  } catch (error) {
    await stop?.();
    throw error;
  }
};
