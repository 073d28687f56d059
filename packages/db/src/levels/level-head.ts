import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/**
 * Takes the tenant's levels whole until the transaction ends: for an import, and for a change of the rules by which levels are written.
 * Who writes single certificates shares the same row (`lockCertificate`, `lockHolder`), so that neither reads what the other is about to
 * change. A row lock, so that it holds on every node.
 */
export const takeLevels = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`select 1 from level_head for update`);
};

/** Says that the rules have changed: whoever kept them reads them again. The levels must be taken. */
export const raiseRules = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`update level_head set version = version + 1`);
};
