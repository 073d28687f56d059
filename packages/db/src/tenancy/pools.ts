import type postgres from 'postgres';
import { drizzle } from 'drizzle-orm/postgres-js';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../cluster/cluster-error.ts';
import { connect, type Server } from '../cluster/server.ts';
import type { Tenant } from './tenant.ts';
import type { TenantDb, TenantHandle } from './tenant-db.ts';

type Pool = { client: postgres.Sql; db: TenantDb; uses: number; readOnly: boolean };

export type PoolLimits = {
  /** Connections a tenant may have from this process. */
  connectionsPerTenant: number;
  /** Pools that may be open at once in this process. */
  pools: number;
  /** How long an opening waits for a pool to become free. */
  patienceMs: number;
  /** After so long the server ends a statement by itself; absent: never. */
  statementTimeoutMs?: number | undefined;
};

/**
 * How many pools fit: a share of the server's connections, after a reserve for the registry, the provisioner and operators. Processes that
 * go on running side by side have a share each, so that together they do not ask for more than there is.
 */
export const poolLimits = (maxConnections: number, connectionsPerTenant = 3, share = 1): PoolLimits => ({
  connectionsPerTenant,
  pools: Math.max(1, Math.floor(((maxConnections - Math.min(40, maxConnections / 4)) * share) / connectionsPerTenant)),
  patienceMs: 10_000,
});

export type Pools = {
  open: (tenant: Tenant, password: () => Promise<string>) => Promise<TenantHandle>;
  /** Closes a tenant's pool whoever uses it: after its password or place has changed. */
  discard: (tenant: Pick<Tenant, 'id'>) => Promise<void>;
  size: () => number;
  close: () => Promise<void>;
};

/** The server itself takes no write to an archived tenant, unless a transaction says expressly that it writes. */
const isReadOnly = ({ status }: Tenant): boolean => status === 'archived';

/**
 * One small pool per tenant, opened on first use. When there are too many, the one unused for longest is closed; a pool in use never is:
 * an opening then waits for a release.
 */
export const createPools = (server: Server, limits: PoolLimits): Pools => {
  // In the order of last use: Map keeps insertion order, and a use inserts anew.
  const pools = new Map<string, Pool>();

  const closePool = (id: string, timeout: number): Promise<void> => {
    const pool = pools.get(id);
    pools.delete(id);
    return pool ? pool.client.end({ timeout }) : Promise.resolve();
  };

  const makeRoom = async (): Promise<void> => {
    for (let waited = 0; pools.size >= limits.pools; waited += 10) {
      const [idle] = [...pools].find(([, pool]) => pool.uses === 0) ?? [];
      if (idle !== undefined) return closePool(idle, 5);
      if (waited >= limits.patienceMs) throw new ClusterError('pools-busy', `All ${limits.pools} pools are in use.`, { pools: limits.pools });
      await sleep(10);
    }
  };

  const openPool = async (tenant: Tenant, password: () => Promise<string>): Promise<Pool> => {
    const login = { user: tenant.roleName, password: await password() };
    await makeRoom();
    const opened = pools.get(tenant.id);
    if (opened) return opened;
    const readOnly = isReadOnly(tenant);
    const client = connect(server, login, { max: limits.connectionsPerTenant, purpose: `saubac ${tenant.schemaName}`, statementTimeoutMs: limits.statementTimeoutMs, readOnly });
    return { client, db: drizzle(client), uses: 0, readOnly };
  };

  return {
    open: async (tenant, password) => {
      // Archived or taken out of the archive since: what may be written is decided when a connection is made.
      if ((pools.get(tenant.id)?.readOnly ?? isReadOnly(tenant)) !== isReadOnly(tenant)) await closePool(tenant.id, 5);
      const pool = pools.get(tenant.id) ?? (await openPool(tenant, password));
      pools.delete(tenant.id);
      pools.set(tenant.id, pool);
      pool.uses += 1;
      let held = true;
      const release = (): void => {
        if (held) pool.uses -= 1;
        held = false;
      };
      return { tenant, db: pool.db, release };
    },
    discard: ({ id }) => closePool(id, 0),
    size: () => pools.size,
    close: async () => {
      await Promise.all([...pools.keys()].map((id) => closePool(id, 5)));
    },
  };
};
