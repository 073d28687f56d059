import { type ListedDraft, listPlanDrafts, planDraft } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import type { DraftState, PlanDraft, PlanProblem, PlanReference } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../../context/index.ts';
import { planProblems } from '../plan-in-force.ts';

export type UnknownDraft = { kind: 'unknown-draft' };
export type DraftFailure = Forbidden | UnknownDraft;

/** A draft and what is wrong with it so far; the list is empty when it can be put in force. */
export type CheckedDraft = { draft: PlanDraft; problems: PlanProblem[] };

/** A page of drafts, the newest first; `next` is where the following page begins, null on the last one. */
export type DraftPage = { drafts: ListedDraft[]; next: string | null };

/** The drafts of the tenant, of one state or of all. */
export const listDrafts = async (ctx: Ctx, page: { state?: DraftState | undefined; after?: string | undefined; limit?: number } = {}): Promise<Result<DraftPage, Forbidden>> => {
  const scope = permit(ctx, 'plan-draft.read');
  if (!scope.ok) return scope;
  const limit = page.limit ?? 50;
  const found = await listPlanDrafts(ctx.db, { state: page.state ?? null, after: page.after ?? null, limit: limit + 1 });
  const drafts = found.slice(0, limit);
  return ok({ drafts, next: found.length > limit ? (drafts.at(-1)?.id ?? null) : null });
};

/** One draft, whole. */
export const getDraft = async (ctx: Ctx, id: string): Promise<Result<PlanDraft, DraftFailure>> => {
  const scope = permit(ctx, 'plan-draft.read');
  if (!scope.ok) return scope;
  const draft = await planDraft(ctx.db, id);
  return draft ? ok(draft) : fail({ kind: 'unknown-draft' });
};

/** One draft and everything that keeps it from being put in force. `reference`: what else it may name, such as the rows of the national plan. */
export const checkDraft = async (ctx: Ctx, id: string, reference: PlanReference = {}): Promise<Result<CheckedDraft, DraftFailure>> => {
  const found = await getDraft(ctx, id);
  if (!found.ok) return found;
  const read = await planProblems(ctx, found.value.document, reference);
  return ok({ draft: found.value, problems: read.ok ? [] : read.failure });
};
