import { createRoute, z } from '@hono/zod-openapi';
import { code, day, id, idempotencyKey, json, jsonBody, line, refused, shownDay, signedIn, tenantParams } from '../frame/index.ts';

const evidence = z
  .object({ id, plan: z.string(), target: z.string(), title: z.string(), number: z.string().nullable(), issuedOn: shownDay, inForceTo: shownDay.nullable() })
  .openapi('Evidence');

/** What shows that targets without a percentage are met. */
export const listEvidenceRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/evidence',
  operationId: 'listEvidence',
  tags: ['plans'],
  summary: 'Documents that show targets without a percentage to be met',
  security: signedIn,
  'x-permission': 'plan.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(evidence) }), 'All evidence, plan by plan'), ...refused() },
});

/** Records such a document. */
export const recordEvidenceRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/evidence',
  operationId: 'recordEvidence',
  tags: ['plans'],
  summary: 'Record a document for a target without a percentage',
  security: signedIn,
  'x-permission': 'evidence.record',
  request: {
    params: tenantParams,
    headers: idempotencyKey,
    ...jsonBody(z.object({ target: code, title: line(500), number: line(100).nullable().default(null), issuedOn: day, inForceTo: day.nullable().default(null) }), 'The document'),
  },
  responses: { 201: json(evidence, 'Recorded'), 200: json(evidence, 'The same document was there already'), ...refused(422) },
});
