import { planVersion } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { comparePlans, type PlanChange } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

export type CompareFailure = Forbidden | { kind: 'unknown-plan-version'; number: number };

/** What changed between two plan versions of the tenant, element by element. */
export const compareVersions = async (ctx: Ctx, from: number, to: number): Promise<Result<PlanChange[], CompareFailure>> => {
  const scope = permit(ctx, 'plan.read');
  if (!scope.ok) return scope;
  const before = await planVersion(ctx.db, from);
  if (!before) return fail({ kind: 'unknown-plan-version', number: from });
  const after = await planVersion(ctx.db, to);
  if (!after) return fail({ kind: 'unknown-plan-version', number: to });
  return ok(comparePlans(before.document, after.document));
};
