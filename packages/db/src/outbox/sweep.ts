import type postgres from 'postgres';
import { visitAsOwner } from '../tenancy/visit-as-owner.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { openCondition } from './rows.ts';

/**
 * The tenants whose outbox has something to give to the queue. Asked one after the other over the provisioner's connection, so that no
 * tenant's pool is opened for nothing. A tenant that cannot be asked (it is not migrated yet) is told to `onFault` and left out.
 */
export const tenantsWithOpenRows = async (provisioner: postgres.Sql, tenants: readonly Tenant[], onFault: (tenant: Tenant, fault: unknown) => void): Promise<Tenant[]> => {
  const found: Tenant[] = [];
  for (const tenant of tenants) {
    try {
      const [row] = await visitAsOwner(provisioner, tenant, (tx) => tx.unsafe<{ open: boolean }[]>(`select exists (select 1 from outbox where ${openCondition}) as open`));
      if (row?.open) found.push(tenant);
    } catch (fault) {
      onFault(tenant, fault);
    }
  }
  return found;
};
