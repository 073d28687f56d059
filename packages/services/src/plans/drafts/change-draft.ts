import { closePlanDraft, planDraft, savePlanDraft } from '@saubac/db/plans';
import { canBeChanged, comparePlans, type DraftChanged, type DraftClosed, isOnItsWay, parsePlan, type PlanDraft } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type CaseCtx, moveCase, type MoveCaseFailure } from '../../cases/index.ts';
import { type Ctx, permit } from '../../context/index.ts';
import { planVersionKind } from '../plan-version-kind.ts';
import { type NotADraft, summaryOf, unstorableDraft, writerOf } from './create-draft.ts';
import type { DraftFailure } from './read-drafts.ts';
import { lockedWay } from './submit-draft.ts';
import { wholeWrite } from './whole-write.ts';

/** What is written into a draft; what is left out stays. `version` is the state it was made of. */
export type DraftChange = { id: string; version: number; document?: unknown; note?: string | null | undefined };

export type ChangeDraftFailure = DraftFailure | NotADraft | DraftClosed | DraftChanged | MoveCaseFailure;

/** The elements that differ, for the audit; null where one of the two is no plan yet. */
const changedElements = (before: unknown, after: unknown): string[] | null => {
  const [a, b] = [parsePlan(before), parsePlan(after)];
  return a.ok && b.ok ? [...new Set(comparePlans(a.value, b.value).map((it) => [it.section, it.id].filter(Boolean).join('.')))] : null;
};

/** A draft that others check or approve goes back to be checked when its author changes what it says, and nobody else changes it. */
const takenBack = async (within: CaseCtx, { case: way }: PlanDraft): Promise<Result<unknown, MoveCaseFailure>> =>
  way && !way.closed && isOnItsWay(way.state) ? moveCase(within, planVersionKind(within), { case: way.id, move: 'change' }) : ok(null);

/** Writes into a draft. Refused with the present state if somebody else has written meanwhile. */
export const changeDraft = async (ctx: Ctx, change: DraftChange): Promise<Result<PlanDraft, ChangeDraftFailure>> => {
  const scope = permit(ctx, 'plan.draft');
  if (!scope.ok) return scope;
  const fault = change.document === undefined ? undefined : unstorableDraft(change.document);
  if (fault) return fail(fault);
  return wholeWrite<PlanDraft, ChangeDraftFailure>(ctx, async (tx, record, within) => {
    const found = await lockedWay(tx, change.id);
    if (!found) return fail({ kind: 'unknown-draft' });
    const open = canBeChanged(found, change.version);
    if (!open.ok) return open;
    // Before what was written is kept: the case then shows what differs from what was handed in or checked.
    const back = change.document === undefined ? ok(null) : await takenBack(within, found);
    if (!back.ok) return back;
    const { document = found.document, note = found.note } = change;
    const draft = await savePlanDraft(tx, found.id, { document, note }, writerOf(ctx));
    const after = { ...summaryOf(draft), changedElements: changedElements(found.document, document) };
    await record({ act: 'plan-draft.changed', subject: { kind: 'plan-draft', id: draft.id }, before: summaryOf(found), after });
    return ok(draft);
  });
};

export type DropDraftFailure = DraftFailure | DraftClosed | DraftChanged | MoveCaseFailure;

/** Gives a draft up. It is kept, and can no longer be changed. One that was handed in is withdrawn by who handed it in. */
export const dropDraft = async (ctx: Ctx, { id, version, why }: { id: string; version: number; why?: string | undefined }): Promise<Result<PlanDraft, DropDraftFailure>> => {
  const scope = permit(ctx, 'plan.draft');
  if (!scope.ok) return scope;
  return wholeWrite<PlanDraft, DropDraftFailure>(ctx, async (tx, record, within) => {
    const found = await lockedWay(tx, id);
    if (!found) return fail({ kind: 'unknown-draft' });
    const open = canBeChanged(found, version);
    if (!open.ok) return open;
    if (found.case && !found.case.closed) {
      const withdrawn = await moveCase(within, planVersionKind(within), { case: found.case.id, move: 'withdraw', reason: why });
      if (!withdrawn.ok) return withdrawn;
      const dropped = await planDraft(tx, id);
      return dropped ? ok(dropped) : fail({ kind: 'unknown-draft' });
    }
    const draft = await closePlanDraft(tx, id, { state: 'dropped', became: null });
    await record({ act: 'plan-draft.dropped', subject: { kind: 'plan-draft', id }, before: summaryOf(found), after: summaryOf(draft) });
    return ok(draft);
  }, why);
};
