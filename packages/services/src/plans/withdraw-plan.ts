import { lockPlanVersions, type PlanVersion, planVersion, withdrawPlanVersion } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { reachesBeyond } from './plan-in-force.ts';

export type WithdrawPlanFailure = Forbidden | { kind: 'unknown-plan-version'; number: number } | { kind: 'plan-version-withdrawn'; number: number } | { kind: 'plan-outside-your-units' };

/**
 * Withdraws a version that was put in force by mistake: it rules no day any more, what stood before it rules its days again, and its day
 * is free for the right version. It is kept, with who withdrew it, when and why, and answers to its number.
 */
export const withdrawPlan = async (ctx: Ctx, input: { number: number; why: string }): Promise<Result<PlanVersion, WithdrawPlanFailure>> => {
  const scope = permit(ctx, 'plan.put-in-force');
  if (!scope.ok) return scope;
  return ctx.write(async (tx, record) => {
    await lockPlanVersions(tx);
    const version = await planVersion(tx, input.number);
    if (!version) return fail({ kind: 'unknown-plan-version', number: input.number });
    if (version.withdrawn) return fail({ kind: 'plan-version-withdrawn', number: input.number });
    if (await reachesBeyond(tx, scope.value, version.units, version.inForceFrom)) return fail({ kind: 'plan-outside-your-units' });
    await withdrawPlanVersion(tx, input.number, ctx.now());
    const { plan, number, inForceFrom, digest } = version;
    await record({ act: 'plan.withdrawn', subject: { kind: 'plan-version', id: version.id }, before: { plan, number, inForceFrom, digest, withdrawn: false }, after: { plan, number, inForceFrom, digest, withdrawn: true } });
    return ok({ ...version, withdrawn: true });
  }, input.why);
};
