import { createRoute, z } from '@hono/zod-openapi';
import { id, idempotencyKey, json, refused, shownMoment, signedIn, thingParams } from '../frame/index.ts';
import { fileAnswer, fileBody, fileName } from './upload.ts';

const evidenceFile = z
  .object({
    id,
    name: z.string(),
    mediaType: z.string().openapi({ description: 'By content.' }),
    size: z.int().openapi({ description: 'Bytes.' }),
    sha256: z.string(),
    createdAt: shownMoment,
  })
  .openapi('EvidenceFile');

/** Adds a scan to a certificate. */
export const addEvidenceFileRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/certificates/{id}/files',
  operationId: 'addEvidenceFile',
  tags: ['certificates'],
  summary: 'Add a scan to a declared certificate: pdf, png, jpeg, webp or heic, by content, up to 10 MB',
  security: signedIn,
  'x-permission': 'certificate.declare',
  request: { params: thingParams, headers: fileName.extend(idempotencyKey.shape), ...fileBody('The scan of the certificate. Images of identity cards are not to be sent.') },
  responses: { 201: json(evidenceFile, 'Added'), ...refused(409, 422) },
});

/** The scans of a certificate. */
export const listEvidenceFilesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/certificates/{id}/files',
  operationId: 'listEvidenceFiles',
  tags: ['certificates'],
  summary: 'The scans of a certificate',
  security: signedIn,
  'x-permission': 'certificate.read',
  request: { params: thingParams },
  responses: { 200: json(z.object({ items: z.array(evidenceFile) }), 'The scans, oldest first'), ...refused() },
});

/** The content of a scan. */
export const downloadEvidenceFileRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/files/{id}',
  operationId: 'downloadEvidenceFile',
  tags: ['certificates'],
  summary: 'The content of a scan, to be saved',
  security: signedIn,
  'x-permission': 'certificate.read',
  request: { params: thingParams },
  responses: { 200: fileAnswer('The scan'), ...refused() },
});

/** Takes a scan away. */
export const removeEvidenceFileRoute = createRoute({
  method: 'delete',
  path: '/api/t/{tenant}/files/{id}',
  operationId: 'removeEvidenceFile',
  tags: ['certificates'],
  summary: 'Take a scan away from a certificate that is only declared',
  security: signedIn,
  'x-permission': 'certificate.declare',
  request: { params: thingParams },
  responses: { 204: { description: 'Taken away' }, ...refused(409) },
});
