import { planVersion } from '@saubac/db/plans';
import { comparePlans, type PlanChange } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';

export type CompareFailure = { kind: 'unknown-plan-version'; number: number };

/** What changed between two plan versions of the tenant, element by element. */
export const compareVersions = async (ctx: Ctx, from: number, to: number): Promise<Result<PlanChange[], CompareFailure>> => {
  const before = await planVersion(ctx.db, from);
  if (!before) return fail({ kind: 'unknown-plan-version', number: from });
  const after = await planVersion(ctx.db, to);
  if (!after) return fail({ kind: 'unknown-plan-version', number: to });
  return ok(comparePlans(before.document, after.document));
};
