import { createRoute, z } from '@hono/zod-openapi';
import { draftStates } from '@saubac/domain/plan';
import { day, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { questionQuery } from '../figures/parts.ts';
import { listedDraft, planChange, planDocument, planDraft, planFault, targetEffect } from './parts.ts';

const note = line(2_000).nullable().optional();
const why = line(500).optional().openapi({ description: 'The reason, kept in the audit.' });

/** Plans that are being written. */
export const listDraftsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plan-drafts',
  operationId: 'listPlanDrafts',
  tags: ['plan-drafts'],
  summary: 'Drafts, the newest first; read by those who draft, check and approve',
  security: signedIn,
  'x-permission': 'plan-draft.read',
  request: { params: tenantParams, query: pageQuery.extend({ state: z.enum(draftStates).optional() }) },
  responses: { 200: json(pageOf(listedDraft), 'A page of drafts'), ...refused() },
});

const newDraft = z.discriminatedUnion('from', [
  z.object({ from: z.literal('file'), document: planDocument, note }),
  z.object({ from: z.literal('version'), number: z.int().min(1).max(1_000_000), note }),
  z.object({ from: z.literal('national-plan'), note }),
]);

/** Begins a draft. */
export const createDraftRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/plan-drafts',
  operationId: 'createPlanDraft',
  tags: ['plan-drafts'],
  summary: 'Begin a draft from a plan file, from a version of the tenant or from the national plan; it may have problems',
  security: signedIn,
  'x-permission': 'plan.draft',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(newDraft, 'What it begins with') },
  responses: { 201: json(planDraft, 'Begun'), ...refused(422) },
});

/** One draft. */
export const getDraftRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plan-drafts/{id}',
  operationId: 'getPlanDraft',
  tags: ['plan-drafts'],
  summary: 'One draft, whole',
  security: signedIn,
  'x-permission': 'plan-draft.read',
  request: { params: thingParams },
  responses: { 200: json(planDraft, 'The draft; its ETag is its version'), ...refused() },
});

/** Writes into a draft. */
export const changeDraftRoute = createRoute({
  method: 'patch',
  path: '/api/t/{tenant}/plan-drafts/{id}',
  operationId: 'changePlanDraft',
  tags: ['plan-drafts'],
  summary: 'Write into a draft; what is left out stays. One that others check or approve is changed by who handed it in alone, and goes back to be checked',
  security: signedIn,
  'x-permission': 'plan.draft',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ document: planDocument.optional(), note }), 'The document, the note, or both') },
  responses: { 200: json(planDraft, 'Written'), ...refused(409, 422, 428) },
});

/** Gives a draft up. */
export const dropDraftRoute = createRoute({
  method: 'delete',
  path: '/api/t/{tenant}/plan-drafts/{id}',
  operationId: 'dropPlanDraft',
  tags: ['plan-drafts'],
  summary: 'Give a draft up; it is kept and can no longer be changed. One that was handed in is withdrawn by who handed it in',
  security: signedIn,
  'x-permission': 'plan.draft',
  request: { params: thingParams, headers: ifMatch },
  responses: { 200: json(planDraft, 'Given up'), ...refused(409, 428) },
});

/** What is wrong in a draft. */
export const checkDraftRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plan-drafts/{id}/problems',
  operationId: 'checkPlanDraft',
  tags: ['plan-drafts'],
  summary: 'Everything that keeps a draft from being put in force, each at its place, in sentences',
  security: signedIn,
  'x-permission': 'plan-draft.read',
  request: { params: thingParams },
  responses: { 200: json(z.object({ version: z.int(), items: z.array(planFault) }), 'The problems; none where it can be put in force'), ...refused() },
});

/** What a draft would change. */
export const compareDraftRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plan-drafts/{id}/effect',
  operationId: 'comparePlanDraft',
  tags: ['plan-drafts'],
  summary: 'A draft beside the version in force: what differs, and what that does to every figure; nothing is stored',
  security: signedIn,
  'x-permission': 'plan-draft.read',
  request: { params: thingParams, query: questionQuery },
  responses: {
    200: json(
      z.object({
        on: shownDay,
        version: z.int().nullable().openapi({ description: 'The version it is compared with; null where none is in force.' }),
        problems: z.array(planFault),
        changes: z.array(planChange),
        effect: z.array(targetEffect).nullable().openapi({ description: 'Null while the draft has problems.' }),
      }),
      'What it would change',
    ),
    ...refused(),
  },
});

/** Hands a draft in. */
export const submitDraftRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/plan-drafts/{id}/submission',
  operationId: 'submitPlanDraft',
  tags: ['plan-drafts'],
  summary: 'Hand a draft in to be checked and approved, with the day from which it is to rule; its case then goes from hand to hand',
  security: signedIn,
  'x-permission': 'plan.draft',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ from: day, why }), 'The first day it is to rule') },
  responses: { 200: json(planDraft, 'Handed in'), ...refused(409, 422, 428) },
});
