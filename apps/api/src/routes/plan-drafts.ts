import {
  changeDraftRoute, checkDraftRoute, compareDraftRoute, createDraftRoute, dropDraftRoute, getDraftRoute, listDraftsRoute, submitDraftRoute,
} from '@saubac/contract/plans';
import type { PlanDraft, PlanReference } from '@saubac/domain/plan';
import { changeDraft, checkDraft, compareDraft, createDraft, dropDraft, getDraft, listDrafts, type NewDraft, submitDraft, unstorableDraft } from '@saubac/services/plans';
import { factDefinitions } from '@saubac/services/targets';
import { z } from 'zod';
import { etagOf, once, faultsIn, readCursor, refuse, shownPlanProblem, versionOf, writeCursor } from '../answers/index.ts';
import { nationalPlan } from '../serving/shipped-plan.ts';
import { tenantRoutes } from './frame.ts';
import { shownChange } from './plans.ts';

const place = z.strictObject({ id: z.guid() });

type Asked = { from: 'file'; document: Record<string, unknown>; note?: string | null | undefined } | { from: 'version'; number: number; note?: string | null | undefined } | { from: 'national-plan'; note?: string | null | undefined };

const beginning = async (asked: Asked): Promise<NewDraft> => {
  if (asked.from === 'version') return { version: asked.number, note: asked.note };
  return { document: asked.from === 'file' ? asked.document : await nationalPlan(), note: asked.note };
};

const shipped = async (): Promise<PlanReference> => ({ nationalTargets: (await nationalPlan()).targets.map((it) => it.id) });

/** A draft that was read from the database: its document is an object, or it would not have been taken. */
const shown = (draft: PlanDraft) => ({ ...draft, document: draft.document as Record<string, unknown> });

const etag = ({ version }: PlanDraft) => ({ etag: etagOf(version) });

export const planDraftRoutes = tenantRoutes((app) => {
  app.openapi(listDraftsRoute, async (c) => {
    const { after, limit, state } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listDrafts(c.var.ctx, { state, after: from.value?.id, limit });
    if (!page.ok) return refuse(c, page.failure);
    const { drafts, next } = page.value;
    return c.answer({ items: drafts, next: writeCursor(next === null ? null : { id: next }) }, 200);
  });
  app.openapi(createDraftRoute, async (c) => {
    const input = c.req.valid('json');
    // First of all: what is nested too deep can't even be compared with an earlier request.
    const fault = input.from === 'file' ? unstorableDraft(input.document) : undefined;
    if (fault) return refuse(c, fault, faultsIn(fault, 'body/document'));
    const begun = await beginning(input);
    const created = await once(c, input, (ctx) => createDraft(ctx, begun));
    if (created.ok) return c.answer(shown(created.value), 201, etag(created.value));
    return refuse(c, created.failure, faultsIn(created.failure, 'body/document'));
  });
  app.openapi(getDraftRoute, async (c) => {
    const draft = await getDraft(c.var.ctx, c.req.valid('param').id);
    return draft.ok ? c.answer(shown(draft.value), 200, etag(draft.value)) : refuse(c, draft.failure);
  });
  app.openapi(changeDraftRoute, async (c) => {
    const version = versionOf(c.req.valid('header')['if-match']);
    const changed = await changeDraft(c.var.ctx, { id: c.req.valid('param').id, version, ...c.req.valid('json') });
    if (changed.ok) return c.answer(shown(changed.value), 200, etag(changed.value));
    return refuse(c, changed.failure, faultsIn(changed.failure, 'body/document'));
  });
  app.openapi(dropDraftRoute, async (c) => {
    const dropped = await dropDraft(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']) });
    return dropped.ok ? c.answer(shown(dropped.value), 200, etag(dropped.value)) : refuse(c, dropped.failure);
  });
  app.openapi(checkDraftRoute, async (c) => {
    const checked = await checkDraft(c.var.ctx, c.req.valid('param').id, await shipped());
    if (!checked.ok) return refuse(c, checked.failure);
    const { draft, problems } = checked.value;
    return c.answer({ version: draft.version, items: problems.map(shownPlanProblem) }, 200, etag(draft));
  });
  app.openapi(compareDraftRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { on = ctx.today, ...question } = c.req.valid('query');
    const compared = await compareDraft(ctx, c.req.valid('param').id, { on, ...question });
    if (!compared.ok) return refuse(c, compared.failure);
    const { version, problems, changes, effect } = compared.value;
    const definitions = factDefinitions(ctx.registry);
    return c.answer(
      { on, version: version?.number ?? null, problems: problems.map(shownPlanProblem), changes: changes.map((it) => shownChange(it, definitions, locale)), effect },
      200,
    );
  });
  app.openapi(submitDraftRoute, async (c) => {
    const version = versionOf(c.req.valid('header')['if-match']);
    const submitted = await submitDraft(c.var.ctx, { id: c.req.valid('param').id, version, ...c.req.valid('json') });
    return submitted.ok ? c.answer(shown(submitted.value), 200, etag(submitted.value)) : refuse(c, submitted.failure);
  });
});
