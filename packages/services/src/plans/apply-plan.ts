import type { Forbidden } from '@saubac/domain/access';
import type { IsoDate, Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type AppliedPlan, goodPlan, type PlanInForceFailure, putInForce } from './plan-in-force.ts';

export type ApplyPlanFailure = Forbidden | PlanInForceFailure;

/**
 * Puts a plan in force from a day as the next version of the tenant, on the territory its scope names. Older versions stay and answer
 * for their time. This is the way of whoever runs the installation; a plan that officers write goes through a draft and four eyes.
 */
export const applyPlan = async (ctx: Ctx, input: { plan: unknown; from: IsoDate }): Promise<Result<AppliedPlan, ApplyPlanFailure>> => {
  const scope = permit(ctx, 'plan.put-in-force');
  if (!scope.ok) return scope;
  const good = await goodPlan(ctx, scope.value, { json: input.plan, from: input.from });
  if (!good.ok) return good;
  return ctx.write((tx, record) => putInForce(tx, record, good.value));
};
