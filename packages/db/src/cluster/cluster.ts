import type postgres from 'postgres';
import type { Result } from '@saubac/domain/values';
import type { MigrationSet, TenantMigration } from '../migrations/index.ts';
import { coreSet, migrateTenants } from '../migrations/index.ts';
import { createTenant, type Arrival, type CreateTenantFailure, type NewTenant } from '../tenancy/create-tenant.ts';
import { passwordsIn } from '../tenancy/passwords.ts';
import { createPools, poolLimits } from '../tenancy/pools.ts';
import { findTenant, listTenants, renameTenant, type RenameFailure } from '../tenancy/registry.ts';
import type { WriteContext } from '../audit/write-with-audit.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { TenantHandle } from '../tenancy/tenant-db.ts';
import { vaultOf, type Vault } from '../tenancy/vault.ts';
import { ClusterError } from './cluster-error.ts';
import type { RoleNames } from './roles.ts';
import type { Secrets } from './secrets.ts';
import { checkServer, connect, connectionError, type Server, type ServerFacts } from './server.ts';

/** An installation's database, opened: the registry, its tenants, and the way to make and migrate them. */
export type Cluster = {
  server: Server;
  tenants: () => Promise<Tenant[]>;
  /** By slug or former slug. */
  findTenant: (slug: string) => Promise<Tenant | undefined>;
  /** Makes a tenant with the core's tables, and those of the plugin sets given. */
  createTenant: (input: NewTenant, sets?: readonly MigrationSet[]) => Promise<Result<Tenant, CreateTenantFailure>>;
  /** Makes a tenant out of one that was one elsewhere, filled by `arrival`, in one transaction of a connection of its own. */
  receiveTenant: (input: NewTenant, sets: readonly MigrationSet[], arrival: Arrival) => Promise<Result<Tenant, CreateTenantFailure>>;
  renameTenant: (from: string, to: string, by: WriteContext) => Promise<Result<Tenant, RenameFailure>>;
  /** Brings all tenants (or one) up to date with the core and the sets given. One that fails does not stop the others. */
  migrateTenants: (options?: { slug?: string; sets?: readonly MigrationSet[] }) => Promise<TenantMigration[]>;
  /** The database of a tenant, by slug or former slug; throws `unknown-tenant`. */
  openTenant: (slug: string) => Promise<TenantHandle>;
  /** Opens a tenant for as long as the work takes. */
  withTenant: <T>(slug: string, work: (handle: TenantHandle) => Promise<T>) => Promise<T>;
  /** Seals what only this installation may read again: second factors, secrets of connections. */
  vault: Vault;
  /** The serving role's connection: it reads the registry and the reference tables, and keeps the accounts. */
  registry: postgres.Sql;
  /** The provisioner's connection: for reference data and operations on tenants. A process that serves does not use it. */
  provisioner: postgres.Sql;
  /**
   * Does something long over a connection of the provisioner's own. When it fails the connection is closed at once, whatever it is in the
   * middle of: a COPY that nobody reads to its end would keep it for ever.
   */
  overOwnConnection: <T>(work: (client: postgres.Sql) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export type ClusterParts = {
  server: Server;
  secrets: Pick<Secrets, 'provisionerPassword' | 'platformApiPassword' | 'installation' | 'key'>;
  roles: RoleNames;
  /** Connections a tenant may have from this process: 2 to 4. */
  connectionsPerTenant?: number;
  /** The part of the server's connections that this process may have for tenants, of 1. */
  poolShare?: number;
  /** Called last on closing: stops the embedded server. */
  stop?: () => Promise<void>;
};

/** A superuser is asked once, to set the installation up; with one at work no wall between tenants would hold. */
const refuseSuperusers = async (registry: postgres.Sql, { platformApi, provisioner }: RoleNames): Promise<void> => {
  const [strong] = await registry<{ name: string }[]>`
    select rolname as name from pg_roles where rolname in (${platformApi}, ${provisioner}) and (rolsuper or rolbypassrls or rolreplication) limit 1`;
  if (strong) throw new ClusterError('serves-as-superuser', `The role ${strong.name} is a superuser; the product does not serve as one.`, { user: strong.name });
};

/** Opens an installation that is already set up. */
export const openParts = async ({ server, secrets, roles, connectionsPerTenant, poolShare, stop }: ClusterParts): Promise<Cluster> => {
  const registry = connect(server, { user: roles.platformApi, password: secrets.platformApiPassword }, { max: 2, purpose: 'saubac registry' });
  const provisioner = connect(server, { user: roles.provisioner, password: secrets.provisionerPassword }, { max: 4, purpose: 'saubac provisioner' });
  const check = async (): Promise<ServerFacts> => {
    const facts = await checkServer(registry);
    await refuseSuperusers(registry, roles);
    return facts;
  };
  const facts = await check().catch(async (error: unknown) => {
    await registry.end();
    throw connectionError(error, server, roles.platformApi);
  });
  const pools = createPools(server, poolLimits(facts.maxConnections, connectionsPerTenant, poolShare));
  const passwordOf = passwordsIn(registry, secrets.key);

  const overOwnConnection = async <T>(work: (client: postgres.Sql) => Promise<T>): Promise<T> => {
    const client = connect(server, { user: roles.provisioner, password: secrets.provisionerPassword }, { purpose: 'saubac parcel' });
    try {
      return await work(client);
    } finally {
      await client.end({ timeout: 5 });
    }
  };

  const openTenant = async (slug: string): Promise<TenantHandle> => {
    const tenant = await findTenant(registry, slug);
    if (!tenant) throw new ClusterError('unknown-tenant', `There is no tenant ${slug}.`, { slug });
    return pools.open(tenant, () => passwordOf(tenant));
  };

  return {
    server,
    vault: vaultOf(secrets.key),
    registry,
    provisioner,
    tenants: () => listTenants(registry),
    findTenant: (slug) => findTenant(registry, slug),
    createTenant: (input, sets = []) => createTenant({ provisioner, roles, secrets, sets: [coreSet, ...sets] }, input),
    receiveTenant: (input, sets, arrival) =>
      overOwnConnection((client) => createTenant({ provisioner: client, roles, secrets, sets: [coreSet, ...sets] }, input, arrival)),
    overOwnConnection,
    renameTenant: (from, to, by) => renameTenant(provisioner, from, to, by),
    migrateTenants: async ({ slug, sets = [] } = {}) => {
      const all = slug === undefined ? await listTenants(registry) : [await findTenant(registry, slug)];
      return migrateTenants(provisioner, all.filter((tenant) => tenant !== undefined), [coreSet, ...sets]);
    },
    openTenant,
    withTenant: async (slug, work) => {
      const handle = await openTenant(slug);
      try {
        return await work(handle);
      } finally {
        handle.release();
      }
    },
    close: async () => {
      await pools.close();
      await Promise.all([registry.end({ timeout: 5 }), provisioner.end({ timeout: 5 })]);
      await stop?.();
    },
  };
};
