import type postgres from 'postgres';
import { accountGrants } from '../accounts/account-grants.ts';
import type { RoleNames } from '../cluster/roles.ts';
import { ClusterError } from '../cluster/cluster-error.ts';
import { referenceTables, registryTables } from '../tenancy/reference-tables.ts';
import { applySets, MigrationStopped } from './apply-sets.ts';
import { platformSet } from './migration-set.ts';

/** What the serving role may add to and never change: the anchors and checks of the audits, and which mails went out. */
const appendedTables = ['audit_anchors', 'audit_checks', 'sent_mails'] as const;

/** What a tenant's login may ask of the platform beside reading its reference: functions that know by the login who asks. */
const tenantFunctions = ['keep_person_digests(text[])', 'person_digests_elsewhere()'] as const;

/** Brings `platform` up to date as the provisioner and grants what the other roles may see of it. Throws when a file does not go through. */
export const migratePlatform = async (provisioner: postgres.Sql, roles: RoleNames): Promise<void> => {
  try {
    await provisioner.begin(async (tx) => {
      await tx`set local search_path = platform, public`;
      const applied = await applySets(tx, 'platform', [platformSet]);
      if (applied.length === 0) return;
      await tx`grant select on ${tx([...registryTables, ...referenceTables])} to ${tx(roles.platformApi)}`;
      await tx`grant usage, create on schema jobs to ${tx(roles.platformApi)}`;
      // Not as a tagged query: the driver reads “insert” and then expects rows.
      await tx.unsafe(`grant select, insert on ${appendedTables.join(', ')} to "${roles.platformApi}"`);
      await tx`grant select, references on ${tx([...referenceTables])} to ${tx(roles.tenantOwners)}`;
      await tx`grant select on ${tx([...referenceTables])} to ${tx(roles.tenantLogins)}`;
      for (const it of tenantFunctions) await tx.unsafe(`grant execute on function platform.${it} to "${roles.tenantLogins}"`);
      for (const [table, privileges] of Object.entries(accountGrants)) await tx.unsafe(`grant ${privileges} on platform.${table} to "${roles.platformApi}"`);
    });
  } catch (error) {
    if (error instanceof MigrationStopped) throw new ClusterError('migration-failed', error.message, {}, error);
    throw error;
  }
};
