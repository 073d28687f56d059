import { lockedPlanDraft, lockWayOfPlanDraft, setDayOfPlanDraft } from '@saubac/db/plans';
import { canBeChanged, type DraftChanged, type DraftClosed, type PlanDraft } from '@saubac/domain/plan';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';
import { moveCase, type MoveCaseFailure, openCase, type OpenCaseFailure } from '../../cases/index.ts';
import { type Ctx, permitWhole } from '../../context/index.ts';
import { planVersionKind } from '../plan-version-kind.ts';
import { summaryOf } from './create-draft.ts';
import type { DraftFailure } from './read-drafts.ts';
import { wholeWrite } from './whole-write.ts';

export type SubmitDraftFailure = DraftFailure | DraftClosed | DraftChanged | OpenCaseFailure | MoveCaseFailure;

/**
 * Hands a draft in to be checked and approved, with the first day on which it is to rule. A plan is the matter of the whole province, so only
 * who may draft for all of it does. The first time begins its case; after it was sent back the same case goes on.
 */
export const submitDraft = async (ctx: Ctx, { id, version, from, why }: { id: string; version: number; from: IsoDate; why?: string | undefined }): Promise<Result<PlanDraft, SubmitDraftFailure>> => {
  const scope = permitWhole(ctx, 'plan.draft');
  if (!scope.ok) return scope;
  return wholeWrite<PlanDraft, SubmitDraftFailure>(ctx, async (tx, record, within) => {
    const seen = await lockedWay(tx, id);
    if (!seen) return fail({ kind: 'unknown-draft' });
    const open = canBeChanged(seen, version);
    if (!open.ok) return open;
    const draft = seen.from === from ? seen : await setDayOfPlanDraft(tx, id, from);
    const kind = planVersionKind(within);
    const begun = draft.case && !draft.case.closed ? ok(draft.case.id) : await openCase(within, tx, kind, { subject: id, unit: null });
    if (!begun.ok) return begun;
    const moved = await moveCase(within, kind, { case: begun.value, move: 'submit', reason: why });
    if (!moved.ok) return moved;
    const submitted = await lockedPlanDraft(tx, id);
    if (!submitted) return fail({ kind: 'unknown-draft' });
    await record({ act: 'plan-draft.submitted', subject: { kind: 'plan-draft', id }, before: summaryOf(seen), after: summaryOf(submitted) });
    return ok(submitted);
  }, why);
};

/** A draft taken in hand, its way before itself, so that two writes never wait for each other. */
export const lockedWay = async (tx: Parameters<typeof lockWayOfPlanDraft>[0], id: string): Promise<PlanDraft | undefined> => {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  await lockWayOfPlanDraft(tx, id);
  return lockedPlanDraft(tx, id);
};
