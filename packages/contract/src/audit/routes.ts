import { createRoute, z } from '@hono/zod-openapi';
import { day, id, json, pageOf, pageQuery, refused, signedIn, tenantParams, thingParams, totalQuery } from '../frame/index.ts';
import { auditCheck, auditChoices, auditEntry, auditEntryInFull, historyRow, reading } from './parts.ts';

const name = z.string().max(100).regex(/^[a-z][A-Za-z0-9.:-]*$/);

const filter = z.object({ from: day.optional(), to: day.optional(), actor: id.optional(), act: name.optional(), subjectKind: name.optional(), subject: id.optional() });

/** The audit, latest first. */
export const listAuditRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/audit',
  operationId: 'listAudit',
  tags: ['audit'],
  summary: 'What was done, by whom, when and why; days are inclusive',
  security: signedIn,
  'x-permission': 'audit.read',
  request: { params: tenantParams, query: pageQuery.extend(totalQuery.shape).extend(filter.shape) },
  responses: { 200: json(pageOf(auditEntry), 'A page of acts'), ...refused() },
});

/** One act, with what was before and after. */
export const getAuditEntryRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/audit/{id}',
  operationId: 'getAuditEntry',
  tags: ['audit'],
  summary: 'One act field by field, and a page of the rows of a bulk write',
  security: signedIn,
  'x-permission': 'audit.read',
  request: { params: thingParams, query: pageQuery.extend(totalQuery.shape) },
  responses: { 200: json(auditEntryInFull, 'The act'), ...refused() },
});

/** What the audit can be looked through by. */
export const auditChoicesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/audit-choices',
  operationId: 'auditChoices',
  tags: ['audit'],
  summary: 'What the audit can be looked through by: acts, kinds of subjects and people that occur in it',
  security: signedIn,
  'x-permission': 'audit.read',
  request: { params: tenantParams },
  responses: { 200: json(auditChoices, 'The choices'), ...refused() },
});

/** The last check of the audit. */
export const lastAuditCheckRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/audit-checks/last',
  operationId: 'lastAuditCheck',
  tags: ['audit'],
  summary: 'What the last check of the whole audit found; it is checked every night',
  security: signedIn,
  'x-permission': 'audit.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ check: auditCheck.nullable() }), 'The check; null before the first'), ...refused() },
});

/** Checks the audit. */
export const checkAuditRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/audit-checks',
  operationId: 'checkAudit',
  tags: ['audit'],
  summary: 'Check the whole audit now: every digest is recomputed and compared with the anchors',
  security: signedIn,
  'x-permission': 'audit.read',
  request: { params: tenantParams },
  responses: { 200: json(auditCheck, 'What was found'), ...refused() },
});

/** What was done to a person's file. */
export const personHistoryRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/people/{id}/history',
  operationId: 'personHistory',
  tags: ['people'],
  summary: 'Everything that was done to a person’s file and certificates, latest first',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(historyRow), 'A page of the history'), ...refused() },
});

/** Who opened a person's file. */
export const personReadersRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/people/{id}/readers',
  operationId: 'personReaders',
  tags: ['people'],
  summary: 'Who opened a person’s file, hour by hour; the person himself needs no permission',
  security: signedIn,
  'x-permission': 'audit.read',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(reading), 'A page of readings'), ...refused() },
});

/** Who opened the caller's own file. */
export const myReadersRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/me/readers',
  operationId: 'myReaders',
  tags: ['me'],
  summary: 'Who saw my data: who opened my file, hour by hour',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, query: pageQuery },
  responses: { 200: json(pageOf(reading), 'A page of readings'), ...refused() },
});
