import type postgres from 'postgres';
import { actAsOwner } from './tenant-grants.ts';
import type { Tenant } from './tenant.ts';

/**
 * Does something small in a tenant's schema over the provisioner's own connection, as the owner, in one transaction: for questions asked
 * of every tenant in turn, for which a pool each would be too much.
 */
export const visitAsOwner = async <T>(provisioner: postgres.Sql, tenant: Pick<Tenant, 'schemaName' | 'roleName'>, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> => {
  const result = await provisioner.begin(async (tx) => {
    await actAsOwner(tx, tenant);
    return { value: await work(tx) };
  });
  return result.value;
};
