import type postgres from 'postgres';
import { actAsOwner, grantTables } from '../tenancy/tenant-grants.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { applySets, MigrationStopped, type MigrationFailure, type Wanted } from './apply-sets.ts';
import type { MigrationSet } from './migration-set.ts';

/** What a migration did to one tenant. A failure left that tenant as it was. */
export type TenantMigration = { slug: string; applied: string[]; failure: MigrationFailure | null };

/** Brings one tenant's schema up to date inside a transaction of the provisioner; afterwards it acts as the provisioner again. */
export const migrateInside = async (tx: postgres.TransactionSql, tenant: Tenant, sets: readonly MigrationSet[], wanted?: Wanted): Promise<string[]> => {
  await actAsOwner(tx, tenant);
  const applied = await applySets(tx, tenant.schemaName, sets, wanted);
  if (applied.length > 0) await grantTables(tx, tenant);
  await tx`reset role`;
  await tx`set local search_path = platform, public`;
  // What a plugin applied stands in the ledger of the tenant; the registry says how far the core is.
  const ofCore = applied.findLast((it) => it.startsWith('core/'));
  if (ofCore) await tx`update platform.tenants set migration_version = ${ofCore} where id = ${tenant.id}`;
  return applied;
};

const migrateOne = async (provisioner: postgres.Sql, tenant: Tenant, sets: readonly MigrationSet[]): Promise<TenantMigration> => {
  try {
    return { slug: tenant.slug, applied: await provisioner.begin((tx) => migrateInside(tx, tenant, sets)), failure: null };
  } catch (error) {
    if (error instanceof MigrationStopped) return { slug: tenant.slug, applied: [], failure: error.failure };
    throw error;
  }
};

/**
 * Brings tenants up to date, each in one transaction of its own, side by side over the connections of the provisioner's client. One that
 * fails stays as it was and does not keep the others waiting; run again, it goes on where it stopped.
 */
export const migrateTenants = (provisioner: postgres.Sql, tenants: readonly Tenant[], sets: readonly MigrationSet[]): Promise<TenantMigration[]> =>
  Promise.all(tenants.map((tenant) => migrateOne(provisioner, tenant, sets)));
