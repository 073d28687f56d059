import { createRoute, z } from '@hono/zod-openapi';
import { layoutSchema } from '@saubac/domain/layouts';
import { fileAnswer, fileBody, fileName } from '../files/upload.ts';
import { code, day, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { importLayout } from './layout-parts.ts';
import { change, mendedCell, rosterImport, rowRefusal, templateSheet } from './parts.ts';

const tags = ['imports'];

const order = z.object({
  effectiveDate: day.openapi({ description: 'First day of what the file changes, unless a row states a later one.' }),
  mode: z.enum(['from-effective-date', 'correct']).default('from-effective-date').openapi({ description: '`correct`: the record was wrong.' }),
  completeFor: code.optional().openapi({ description: 'Code of a unit for whose subtree the file is complete: whoever of it is absent departs.' }),
  skipRefused: z.enum(['true', 'false']).default('false').openapi({ description: 'Write the good rows although others are refused.' }),
});

/** Uploads a roster. */
export const startImportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/imports',
  operationId: 'startImport',
  tags,
  summary: 'Upload a roster (xlsx or csv, up to 50 MB; the template, or any sheets that a layout tells how to read) and have it checked; nothing is written yet',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: tenantParams, query: order, headers: fileName.extend(idempotencyKey.shape), ...fileBody('The file') },
  responses: { 201: json(rosterImport, 'Taken in; it is checked next'), ...refused(422) },
});

/** The workbook to fill in. */
export const importTemplateRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/import-template',
  operationId: 'importTemplate',
  tags,
  summary: 'The empty workbook of a roster, with instructions, an example and the codes that may be used',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: tenantParams },
  responses: { 200: fileAnswer('The template (xlsx)'), ...refused() },
});

/** What a roster says. */
export const importColumnsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/import-columns',
  operationId: 'importColumns',
  tags,
  summary: 'The sheets and columns of the template: what they hold, which are required, what they may be chosen from',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(templateSheet) }), 'All sheets'), ...refused() },
});

/** The imports that the caller may see. */
export const listImportsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports',
  operationId: 'listImports',
  tags,
  summary: 'Imports within the caller’s units, the newest first',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: tenantParams, query: pageQuery },
  responses: { 200: json(pageOf(rosterImport), 'Imports'), ...refused() },
});

/** One import. */
export const getImportRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}',
  operationId: 'getImport',
  tags,
  summary: 'How an import stands; its ETag names the preview',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams },
  responses: { 200: json(rosterImport, 'The import'), ...refused() },
});

/** Agrees to what a check found. */
export const commitImportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/imports/{id}/commit',
  operationId: 'commitImport',
  tags,
  summary: 'Agree to the preview that If-Match names and have it written, once; asked again it tells how far that is',
  description: 'If what would be written is not what the preview says, because somebody has changed it meanwhile, nothing is written: the import is `checked` again, with a new preview and the failure `not-as-agreed`.',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, headers: ifMatch },
  responses: { 202: json(rosterImport, 'Agreed to'), ...refused(409, 428) },
});

/** Gives an import up. */
export const cancelImportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/imports/{id}/cancel',
  operationId: 'cancelImport',
  tags,
  summary: 'Give an import up; possible until it is written',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams },
  responses: { 200: json(rosterImport, 'Given up'), ...refused(409) },
});

/** The changes that a check found. */
export const listImportChangesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/changes',
  operationId: 'listImportChanges',
  tags,
  summary: 'Rows that are new or change what is kept, in the order of the workbook',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(change), 'Changes'), ...refused() },
});

/** The rows that a check refused. */
export const listImportRefusalsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/refusals',
  operationId: 'listImportRefusals',
  tags,
  summary: 'Refused rows with what to do, in the order of the workbook',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(rowRefusal), 'Refused rows'), ...refused() },
});

/** How the file of an import is read. */
export const getImportLayoutRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/layout',
  operationId: 'getImportLayout',
  tags,
  summary: 'How a file that is not the template is read, or what is proposed for it, with a sample of rows',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams },
  responses: { 200: json(importLayout, 'The layout or the proposal'), ...refused() },
});

/** Says how the file of an import is read. */
export const confirmImportLayoutRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/imports/{id}/layout',
  operationId: 'confirmImportLayout',
  tags,
  summary: 'Say how the file is read, and have it checked so; under a name it is kept for later files with the same headings',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ layout: layoutSchema, saveAs: line(100).optional().openapi({ description: 'A name that no other layout has.' }) }), 'The layout') },
  responses: { 202: json(rosterImport, 'It is checked next'), ...refused(409, 422, 428) },
});

/** The cells that were mended. */
export const listImportMendsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/mends',
  operationId: 'listImportMends',
  tags,
  summary: 'Cells that were mended before they were taken, with what stood there and what was read, in the order of the workbook',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(mendedCell), 'Mended cells'), ...refused() },
});

/** How an import goes on, as it does. */
export const watchImportRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/events',
  operationId: 'watchImport',
  tags,
  summary: 'Server-sent events: how the import stands whenever that changes, until it is checked, over, or waits for a layout',
  description: 'Events are named `import` (its data is an Import) and, for the last one, `end`. Comments come while nothing changes. Ask again with `Last-Event-ID` when the stream ends without `end`.',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, headers: z.object({ 'last-event-id': z.string().max(40).regex(/^\d+\.\d+$/).optional() }) },
  responses: { 200: { content: { 'text/event-stream': { schema: z.string() } }, description: 'Events' }, ...refused() },
});
