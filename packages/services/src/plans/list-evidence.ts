import { type Evidence, evidenceOf, planVersions } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** Evidence with the plan whose target it is for. */
export type ListedEvidence = Evidence & { plan: string };

/** All evidence recorded in the tenant, plan by plan, in the order of its days. */
export const listEvidence = async (ctx: Ctx): Promise<Result<ListedEvidence[], Forbidden>> => {
  const scope = permit(ctx, 'plan.read');
  if (!scope.ok) return scope;
  const plans = [...new Set((await planVersions(ctx.db)).map((it) => it.plan))];
  const listed: ListedEvidence[] = [];
  for (const plan of plans) listed.push(...(await evidenceOf(ctx.db, plan)).map((it) => ({ plan, ...it })));
  return ok(listed);
};
