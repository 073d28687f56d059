import { createRoute, z } from '@hono/zod-openapi';
import { certificateStates } from '@saubac/domain/levels';
import { code, day, id, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams, thingParams, totalQuery } from '../frame/index.ts';
import { certificate, certificateEntry, certificateInFull, certificatePreview, listedCertificate, targetOfCertificate, why } from './parts.ts';

const onDay = day.optional().openapi({ description: 'The day that decides where holders are and which levels count; today if absent.' });

const filter = z.object({
  on: onDay,
  person: id.optional(),
  below: code.optional().openapi({ description: 'Code of a unit: holders in it or below it on the day.' }),
  state: z.enum(certificateStates).optional(),
  type: code.optional(),
  language: code.optional(),
  level: z.coerce.number().int().min(0).max(20).optional().openapi({ type: 'integer', description: 'The level it gives on the day.' }),
  expiringBefore: day.optional().openapi({ description: 'It gives a level on the day, and no longer on this one.' }),
  decided: z.enum(['true', 'false']).optional().openapi({ description: 'Whether a decision gives its level.' }),
  issuer: id.optional().openapi({ description: 'An issuer of the list.' }),
  search: line(200).optional().openapi({ description: 'Beginnings of the words of the holder’s name in any order, accents or none.' }),
  enteredByMe: z.enum(['true', 'false']).optional().openapi({ description: 'Whether the caller entered or last corrected it, and so can’t verify it.' }),
  order: z.enum(['last-entered', 'first-entered']).default('last-entered'),
});

/** The register of certificates. */
export const listCertificatesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/certificates',
  operationId: 'listCertificates',
  tags: ['certificates'],
  summary: 'The register of certificates, last entered first unless asked otherwise, of holders in the caller’s units on the day',
  security: signedIn,
  'x-permission': 'certificate.read',
  request: { params: tenantParams, query: pageQuery.extend(totalQuery.shape).extend(filter.shape) },
  responses: { 200: json(pageOf(listedCertificate), 'A page of certificates'), ...refused() },
});

/** Enters a certificate. */
export const declareCertificateRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/certificates',
  operationId: 'declareCertificate',
  tags: ['certificates'],
  summary: 'Enter a certificate of a person; it stands as declared until somebody else verifies it',
  security: signedIn,
  'x-permission': 'certificate.declare',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(certificateEntry.extend({ person: id }), 'What stands on the certificate') },
  responses: { 201: json(certificate, 'Entered'), ...refused(409, 422) },
});

/** Tells of an entry what it would be worth. */
export const previewCertificateRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/certificates/previews',
  operationId: 'previewCertificate',
  tags: ['certificates'],
  summary: 'Which level a certificate that is being written down would give on the day once it is verified, and why; nothing is kept',
  security: signedIn,
  'x-permission': 'certificate.declare',
  request: { params: tenantParams, query: z.object({ on: onDay }), ...jsonBody(certificateEntry, 'What stands on the certificate') },
  responses: { 200: json(certificatePreview, 'What it would be worth, or what is wrong with it'), ...refused() },
});

/** What a certificate does for targets. */
export const listTargetsOfCertificateRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/certificates/{id}/targets',
  operationId: 'listTargetsOfCertificate',
  tags: ['certificates'],
  summary: 'The targets of the plans in force in which the holder counts on the day, and whether this certificate decides',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: thingParams, query: z.object({ on: onDay }) },
  responses: { 200: json(z.object({ on: shownDay, items: z.array(targetOfCertificate) }), 'The targets'), ...refused() },
});

/** One certificate. */
export const getCertificateRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/certificates/{id}',
  operationId: 'getCertificate',
  tags: ['certificates'],
  summary: 'A certificate with its levels and their explanation, who entered and verified it, its decision and files',
  security: signedIn,
  'x-permission': 'certificate.read',
  request: { params: thingParams, query: z.object({ on: onDay }) },
  responses: { 200: json(certificateInFull, 'The certificate'), ...refused() },
});

/** Corrects a certificate. */
export const correctCertificateRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/certificates/{id}',
  operationId: 'correctCertificate',
  tags: ['certificates'],
  summary: 'Correct what was written down wrong; the certificate is then declared, and has to be verified by somebody else',
  security: signedIn,
  'x-permission': 'certificate.declare',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(certificateEntry.extend({ why: why.optional() }), 'All that stands on the certificate') },
  responses: {
    200: json(z.object({ certificate, changed: z.boolean(), unverified: z.boolean().openapi({ description: 'It was verified before, and is no longer.' }) }), 'Corrected'),
    ...refused(409, 422, 428),
  },
});

/** Verifies, rejects, voids a certificate, or declares it again. */
export const setCertificateStateRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/certificates/{id}/state',
  operationId: 'setCertificateState',
  tags: ['certificates'],
  summary: 'Verify, reject or void a certificate, or declare it again; nobody verifies what he entered or holds himself',
  security: signedIn,
  'x-permission': 'certificate.verify',
  request: {
    params: thingParams,
    headers: ifMatch,
    ...jsonBody(z.object({ state: z.enum(certificateStates), why: why.optional().openapi({ description: 'The reason; required to reject or void.' }) }), 'The state'),
  },
  responses: { 200: json(certificate, 'The certificate in its state'), ...refused(409, 422, 428) },
});

/** Records the decision on the level of a certificate. */
export const recordDecisionRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/certificates/{id}/decision',
  operationId: 'recordDecision',
  tags: ['certificates'],
  summary: 'Record the level that was confirmed for this certificate, in place of what tables say and of an earlier decision',
  security: signedIn,
  'x-permission': 'level.decide',
  request: {
    params: thingParams,
    headers: ifMatch,
    ...jsonBody(
      z.object({ level: z.int().min(0).max(20), decidedOn: day, document: line(200), lastDay: day.nullable().default(null).openapi({ description: 'Inclusive; null: no end.' }) }),
      'The decision',
    ),
  },
  responses: { 200: json(certificate, 'The certificate with its decision'), ...refused(409, 422, 428) },
});

/** Withdraws the decision on a certificate. */
export const withdrawDecisionRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/certificates/{id}/decision/withdrawal',
  operationId: 'withdrawDecision',
  tags: ['certificates'],
  summary: 'Withdraw the decision on this certificate, for the past as well; it stays in the audit',
  security: signedIn,
  'x-permission': 'level.decide',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ why }), 'The reason') },
  responses: { 200: json(certificate, 'The certificate without a decision'), ...refused(409, 422, 428) },
});
