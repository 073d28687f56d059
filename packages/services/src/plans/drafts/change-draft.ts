import { closePlanDraft, lockedPlanDraft, savePlanDraft } from '@saubac/db/plans';
import { canBeChanged, comparePlans, type DraftChanged, type DraftClosed, parsePlan, type PlanDraft } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../../context/index.ts';
import { type NotADraft, summaryOf, unstorableDraft, writerOf } from './create-draft.ts';
import type { DraftFailure } from './read-drafts.ts';

/** What is written into a draft; what is left out stays. `version` is the state it was made of. */
export type DraftChange = { id: string; version: number; document?: unknown; note?: string | null | undefined };

export type ChangeDraftFailure = DraftFailure | NotADraft | DraftClosed | DraftChanged;

/** The elements that differ, for the audit; null where one of the two is no plan yet. */
const changedElements = (before: unknown, after: unknown): string[] | null => {
  const [a, b] = [parsePlan(before), parsePlan(after)];
  return a.ok && b.ok ? [...new Set(comparePlans(a.value, b.value).map((it) => [it.section, it.id].filter(Boolean).join('.')))] : null;
};

/** Writes into a draft. Refused with the present state if somebody else has written meanwhile. */
export const changeDraft = async (ctx: Ctx, change: DraftChange): Promise<Result<PlanDraft, ChangeDraftFailure>> => {
  const scope = permit(ctx, 'plan.draft');
  if (!scope.ok) return scope;
  const fault = change.document === undefined ? undefined : unstorableDraft(change.document);
  if (fault) return fail(fault);
  return ctx.write(async (tx, record) => {
    const found = await lockedPlanDraft(tx, change.id);
    if (!found) return fail({ kind: 'unknown-draft' });
    const open = canBeChanged(found, change.version);
    if (!open.ok) return open;
    const { document = found.document, note = found.note } = change;
    const draft = await savePlanDraft(tx, found.id, { document, note }, writerOf(ctx));
    const after = { ...summaryOf(draft), changedElements: changedElements(found.document, document) };
    await record({ act: 'plan-draft.changed', subject: { kind: 'plan-draft', id: draft.id }, before: summaryOf(found), after });
    return ok(draft);
  });
};

export type DropDraftFailure = DraftFailure | DraftClosed | DraftChanged;

/** Gives a draft up. It is kept, and can no longer be changed. */
export const dropDraft = async (ctx: Ctx, { id, version, why }: { id: string; version: number; why?: string | undefined }): Promise<Result<PlanDraft, DropDraftFailure>> => {
  const scope = permit(ctx, 'plan.draft');
  if (!scope.ok) return scope;
  return ctx.write(async (tx, record) => {
    const found = await lockedPlanDraft(tx, id);
    if (!found) return fail({ kind: 'unknown-draft' });
    const open = canBeChanged(found, version);
    if (!open.ok) return open;
    const draft = await closePlanDraft(tx, id, { state: 'dropped', became: null });
    await record({ act: 'plan-draft.dropped', subject: { kind: 'plan-draft', id }, before: summaryOf(found), after: summaryOf(draft) });
    return ok(draft);
  }, why);
};
