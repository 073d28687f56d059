import { closePlanDraft, lockedPlanDraft, planDraft } from '@saubac/db/plans';
import { canBePutInForce, type DraftChanged, type DraftClosed, type PlanDraft, type SamePerson } from '@saubac/domain/plan';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../../context/index.ts';
import { type AppliedPlan, goodPlan, type PlanInForceFailure, putInForce } from '../plan-in-force.ts';
import { summaryOf } from './create-draft.ts';
import type { DraftFailure } from './read-drafts.ts';

export type PutDraftInForceFailure = DraftFailure | DraftClosed | DraftChanged | SamePerson | PlanInForceFailure;

/** The version a draft became, and the draft as it ended. */
export type DraftInForce = AppliedPlan & { draft: PlanDraft };

/**
 * Puts a draft in force from a day: by somebody else than who wrote last in it, and as he has read it (`version`). A draft with problems is
 * refused with them. Plan version and end of the draft come together or not at all.
 */
export const putDraftInForce = async (
  ctx: Ctx,
  { id, version, from, why }: { id: string; version: number; from: IsoDate; why?: string | undefined },
): Promise<Result<DraftInForce, PutDraftInForceFailure>> => {
  const scope = permit(ctx, 'plan.put-in-force');
  if (!scope.ok) return scope;
  const read = await planDraft(ctx.db, id);
  if (!read) return fail({ kind: 'unknown-draft' });
  const allowed = canBePutInForce(read, version, ctx.actor.id);
  if (!allowed.ok) return allowed;
  const good = await goodPlan(ctx, scope.value, { json: read.document, from });
  if (!good.ok) return good;
  return ctx.write(async (tx, record) => {
    // Once more, now that nobody else can write in it.
    const found = await lockedPlanDraft(tx, id);
    if (!found) return fail({ kind: 'unknown-draft' });
    const still = canBePutInForce(found, version, ctx.actor.id);
    if (!still.ok) return still;
    const applied = await putInForce(tx, record, good.value);
    if (!applied.ok) return applied;
    const draft = await closePlanDraft(tx, id, { state: 'in-force', became: applied.value.version.number });
    await record({ act: 'plan-draft.put-in-force', subject: { kind: 'plan-draft', id }, before: summaryOf(found), after: { ...summaryOf(draft), from } });
    return ok({ ...applied.value, draft });
  }, why);
};
