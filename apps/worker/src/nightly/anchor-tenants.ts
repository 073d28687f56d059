import { anchorHead } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import type { Tenant } from '@saubac/db/tenancy';
import { codeOf, type Logger } from '../log.ts';

/** Anchors the audit of each tenant whose head has moved. A tenant that fails keeps no other from being anchored. */
export const anchorTenants = async ({ registry, provisioner }: Pick<Cluster, 'registry' | 'provisioner'>, tenants: readonly Tenant[], log: Logger): Promise<void> => {
  for (const tenant of tenants) {
    const told = log.child({ tenant: tenant.id });
    try {
      if ((await anchorHead(registry, provisioner, tenant)) === 'contradicted') told.error('the audit contradicts its last anchor');
    } catch (fault) {
      told.warn({ code: codeOf(fault) }, 'audit not anchored');
    }
  }
};
