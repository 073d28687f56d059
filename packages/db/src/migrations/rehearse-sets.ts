import type postgres from 'postgres';
import { actAsOwner } from '../tenancy/tenant-grants.ts';
import { tenantSqlOn } from '../tenancy/tenant-sql-on.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { TenantSql } from '../tenancy/tenant-db.ts';
import { applySets, MigrationStopped, type MigrationFailure } from './apply-sets.ts';
import type { MigrationSet } from './migration-set.ts';

class Undone extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('undone');
    this.outcome = outcome;
  }
}

/** What `look` saw before and after, and what was applied in between; or why a migration did not go through. */
export type Rehearsed<T> = { failure: MigrationFailure } | { before: T; after: T; applied: string[] };

/** Really runs migrations in one tenant, looks at what they made, and undoes all of it. */
export const rehearseSets = async <T>(provisioner: postgres.Sql, tenant: Tenant, sets: readonly MigrationSet[], look: (db: TenantSql) => Promise<T>): Promise<Rehearsed<T>> => {
  try {
    return (await provisioner.begin(async (tx) => {
      await actAsOwner(tx, tenant);
      const before = await look(tenantSqlOn(tx));
      const applied = await applySets(tx, tenant.schemaName, sets);
      throw new Undone({ before, after: await look(tenantSqlOn(tx)), applied });
    })) as never;
  } catch (error) {
    if (error instanceof Undone) return error.outcome as Rehearsed<T>;
    if (error instanceof MigrationStopped) return { failure: error.failure };
    throw error;
  }
};

/** Drops tables of a set and its lines in the ledger, in one transaction of the owner. Done again it does nothing. */
export const dropSet = (provisioner: postgres.Sql, tenant: Tenant, { set, tables }: { set: string; tables: readonly string[] }): Promise<void> =>
  provisioner.begin(async (tx) => {
    await actAsOwner(tx, tenant);
    // All at once: what points from one of them to another is no obstacle then; what points to them from elsewhere is.
    if (tables.length > 0) await tx.unsafe(`drop table if exists ${tables.map((it) => `"${tenant.schemaName}"."${it.replaceAll('"', '')}"`).join(', ')}`);
    await tx`delete from schema_migrations where set = ${set}`;
  }).then(() => undefined);
