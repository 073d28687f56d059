import { type ChainReport, verifyChain } from '@saubac/db/audit';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** Recomputes every digest of the audit: for whoever may read all of it. */
export const verifyAudit = async (ctx: Ctx): Promise<Result<ChainReport, Forbidden>> => {
  const scope = permit(ctx, 'audit.read');
  if (!scope.ok) return scope;
  return scope.value.kind === 'everything' ? ok(await verifyChain(ctx.db)) : fail({ kind: 'forbidden', permission: 'audit.read' });
};
