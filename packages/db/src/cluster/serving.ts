import type postgres from 'postgres';
import { passwordsIn } from '../tenancy/passwords.ts';
import { createPools, poolLimits } from '../tenancy/pools.ts';
import { findTenant } from '../tenancy/registry.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { TenantHandle } from '../tenancy/tenant-db.ts';
import type { SecretKey } from './secrets.ts';
import { poolShares } from './pool-shares.ts';
import { checkServer, connect, connectionError, type Login, type Server } from './server.ts';

/** What a serving process opens an installation with: the login that serves, and the key of the tenants' passwords. It can make no tenant. */
export type ServingParts = {
  server: Server;
  login: Login;
  key: SecretKey;
  /** Connections a tenant may have from this process: 2 to 4. */
  connectionsPerTenant?: number;
  /** After so long the server ends a statement by itself. */
  statementTimeoutMs: number;
};

/** An installation as a serving process sees it. */
export type Serving = {
  /** The serving role's connection: accounts, sessions, registry, reference. */
  platform: postgres.Sql;
  findTenant: (slug: string) => Promise<Tenant | undefined>;
  openTenant: (tenant: Tenant) => Promise<TenantHandle>;
  close: () => Promise<void>;
};

/** Opens an installation for serving. Throws `ClusterError` if the server can't be reached or is too old. */
export const openServing = async ({ server, login, key, connectionsPerTenant, statementTimeoutMs }: ServingParts): Promise<Serving> => {
  const platform = connect(server, login, { max: 4, purpose: 'saubac api', statementTimeoutMs });
  try {
    const facts = await checkServer(platform);
    const pools = createPools(server, { ...poolLimits(facts.maxConnections, connectionsPerTenant, poolShares.api), statementTimeoutMs });
    const passwordOf = passwordsIn(platform, key);
    return {
      platform,
      findTenant: (slug) => findTenant(platform, slug),
      openTenant: (tenant) => pools.open(tenant, () => passwordOf(tenant)),
      close: async () => {
        await pools.close();
        await platform.end({ timeout: 5 });
      },
    };
  } catch (error) {
    await platform.end({ timeout: 1 });
    throw connectionError(error, server, login.user);
  }
};
