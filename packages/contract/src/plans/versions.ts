import { createRoute, z } from '@hono/zod-openapi';
import { json, jsonBody, line, refused, signedIn, tenantParams } from '../frame/index.ts';
import { planChange, planDocument, planVersion, wholePlanVersion } from './parts.ts';

const number = z.coerce.number().int().min(1).max(1_000_000).openapi({ type: 'integer', example: 3 });
const versionParams = tenantParams.extend({ number });

/** The versions of the tenant's plans. */
export const listPlansRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plans',
  operationId: 'listPlans',
  tags: ['plans'],
  summary: 'Every plan version, the oldest first, with the days it rules',
  security: signedIn,
  'x-permission': 'plan.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(planVersion) }), 'All versions'), ...refused() },
});

/** One plan version. */
export const getPlanRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plans/{number}',
  operationId: 'getPlan',
  tags: ['plans'],
  summary: 'One plan version with its whole document',
  security: signedIn,
  'x-permission': 'plan.read',
  request: { params: versionParams },
  responses: { 200: json(wholePlanVersion, 'The version'), ...refused() },
});

/** One plan version as a file. */
export const getPlanFileRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plans/{number}/file',
  operationId: 'getPlanFile',
  tags: ['plans'],
  summary: 'One plan version as a plan file to save',
  security: signedIn,
  'x-permission': 'plan.read',
  request: { params: versionParams },
  responses: { 200: json(planDocument, 'The plan file'), ...refused() },
});

/** What changed between two versions. */
export const comparePlansRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/plans/{number}/changes',
  operationId: 'comparePlans',
  tags: ['plans'],
  summary: 'What differs between an earlier version and this one, element by element',
  security: signedIn,
  'x-permission': 'plan.read',
  request: { params: versionParams, query: z.object({ since: number.openapi({ description: 'The number of the earlier version.' }) }) },
  responses: { 200: json(z.object({ items: z.array(planChange) }), 'The differences; none where the two are the same'), ...refused() },
});

/** Takes a version out of force. */
export const withdrawPlanRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/plans/{number}/withdraw',
  operationId: 'withdrawPlan',
  tags: ['plans'],
  summary: 'Withdraw a version put in force by mistake: what stood before it rules its days again',
  security: signedIn,
  'x-permission': 'plan.put-in-force',
  request: { params: versionParams, ...jsonBody(z.object({ why: line(500) }), 'The reason, for the audit') },
  responses: { 200: json(planVersion.pick({ number: true, plan: true, inForceFrom: true, withdrawn: true }).openapi('WithdrawnPlan'), 'Withdrawn'), ...refused(409) },
});
