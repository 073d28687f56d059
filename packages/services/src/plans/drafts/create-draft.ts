import { type DraftWriter, insertPlanDraft, planVersion } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { jsonFault, type PlanDraft, type PlanProblem } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../../context/index.ts';

/** What a draft begins with: a plan file as JSON, with or without faults, or a version of the tenant. */
export type NewDraft = { note?: string | null | undefined } & ({ document: unknown } | { version: number });

/** What is sent is no JSON that can be kept: not an object, nested too deep, larger than any plan. */
export type NotADraft = { kind: 'not-a-draft'; problems: PlanProblem[] } | { kind: 'draft-too-large'; bytes: number; limit: number };

export type CreateDraftFailure = Forbidden | NotADraft | { kind: 'unknown-plan-version'; number: number };

/** Far above any plan: the largest known has 120 kB. */
export const largestDraft = 2_000_000;

/** What keeps a document from being stored at all, as little as that is: its sense is judged later. */
export const unstorableDraft = (document: unknown): NotADraft | undefined => {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return { kind: 'not-a-draft', problems: [{ path: '$', kind: 'not-an-object', found: 'nothing' }] };
  const fault = jsonFault(document);
  if (fault) return { kind: 'not-a-draft', problems: [fault] };
  const bytes = Buffer.byteLength(JSON.stringify(document));
  return bytes > largestDraft ? { kind: 'draft-too-large', bytes, limit: largestDraft } : undefined;
};

/** Who writes in a draft now. */
export const writerOf = (ctx: Ctx): DraftWriter => ({ by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() });

/** What the audit keeps of a draft: what was written stands in the draft itself. */
export const summaryOf = ({ id, plan, note, basedOn, state, became, from, version }: PlanDraft) => ({ id, plan, note, basedOn, state, became, from, version });

const beginning = async (ctx: Ctx, input: NewDraft): Promise<Result<{ document: unknown; basedOn: number | null }, CreateDraftFailure>> => {
  if ('version' in input) {
    const version = await planVersion(ctx.db, input.version);
    return version ? ok({ document: version.document, basedOn: version.number }) : fail({ kind: 'unknown-plan-version', number: input.version });
  }
  const fault = unstorableDraft(input.document);
  return fault ? fail(fault) : ok({ document: input.document, basedOn: null });
};

/** Begins a draft: from a plan file, from the national plan that the product ships, or from a version of the tenant. It may have problems. */
export const createDraft = async (ctx: Ctx, input: NewDraft): Promise<Result<PlanDraft, CreateDraftFailure>> => {
  const scope = permit(ctx, 'plan.draft');
  if (!scope.ok) return scope;
  const begun = await beginning(ctx, input);
  if (!begun.ok) return begun;
  return ctx.write(async (tx, record) => {
    const draft = await insertPlanDraft(tx, { ...begun.value, note: input.note ?? null }, writerOf(ctx));
    await record({ act: 'plan-draft.created', subject: { kind: 'plan-draft', id: draft.id }, after: summaryOf(draft) });
    return ok(draft);
  });
};
