import { createRoute, z } from '@hono/zod-openapi';
import { fileAnswer } from '../files/upload.ts';
import { id, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, signedIn, thingParams } from '../frame/index.ts';
import { editedImport, refusalKind, refusedValue, rowEdits, rowToLookAt, shownEdit, undoPreview, undoSubject } from './desk-parts.ts';
import { rosterImport, sheet } from './parts.ts';

const tags = ['imports'];

/** The rows that somebody has to look at. */
export const listImportRowsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/rows',
  operationId: 'listImportRows',
  tags,
  summary: 'Rows that are refused, that others contradict, or that were corrected, with all their cells as read',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, query: pageQuery.extend({ sheet: sheet.optional(), code: z.string().min(1).max(60).regex(/^[a-z0-9-]+$/).optional().openapi({ description: 'Only rows refused for this kind of reason.' }) }) },
  responses: { 200: json(pageOf(rowToLookAt), 'Rows'), ...refused() },
});

/** What is wrong, counted. */
export const countImportRefusalsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/refusal-kinds',
  operationId: 'countImportRefusals',
  tags,
  summary: 'How many rows each kind of refusal has, by sheet',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams },
  responses: { 200: json(z.object({ items: z.array(refusalKind) }), 'Kinds'), ...refused() },
});

/** What is wrong, by what stands there. */
export const listRefusedValuesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/refused-values',
  operationId: 'listRefusedValues',
  tags,
  summary: 'Values that were refused, each once with the rows that say it, and what may have been meant; one correction can mend them all',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, query: pageQuery.extend({ code: z.string().min(1).max(60).regex(/^[a-z0-9-]+$/).optional().openapi({ description: 'Only values refused for this kind of reason.' }) }) },
  responses: { 200: json(pageOf(refusedValue), 'Values, those in the most rows first'), ...refused() },
});

/** The corrections of an import. */
export const listImportEditsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/edits',
  operationId: 'listImportEdits',
  tags,
  summary: 'Corrections laid over the file, in the order in which they were made',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(shownEdit), 'Corrections'), ...refused() },
});

/** Corrects rows of an import. */
export const editImportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/imports/{id}/edits',
  operationId: 'editImport',
  tags,
  summary: 'Correct cells, all cells that say the same, or leave rows out; the file stays as it came',
  description: 'All of them or none. The import has to be checked again afterwards. A stale If-Match is answered with what stands on the same places now.',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(rowEdits, 'The corrections') },
  responses: { 200: json(editedImport, 'Corrected'), ...refused(409, 422, 428) },
});

/** Takes corrections away. */
export const withdrawImportEditsRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/imports/{id}/edits/withdraw',
  operationId: 'withdrawImportEdits',
  tags,
  summary: 'Take corrections away: the next check reads what the file says',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ ids: z.array(id).min(1).max(1_000) }), 'Which') },
  responses: { 200: json(editedImport, 'Taken away'), ...refused(409, 428) },
});

/** Checks an import again. */
export const recheckImportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/imports/{id}/check',
  operationId: 'recheckImport',
  tags,
  summary: 'Have a checked or refused import checked again, with its corrections; nothing is uploaded anew',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, headers: ifMatch },
  responses: { 202: json(rosterImport, 'It is checked again'), ...refused(409, 428) },
});

/** The refused rows as a workbook. */
export const refusedRowsFileRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/refused-rows.xlsx',
  operationId: 'refusedRowsFile',
  tags,
  summary: 'The refused rows as a workbook of the template, with why and what to do; corrected, it can be uploaded as it is',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams },
  responses: { 200: fileAnswer('The workbook'), ...refused(409) },
});

/** What taking an import back would do. */
export const previewImportUndoRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/undo',
  operationId: 'previewImportUndo',
  tags,
  summary: 'What taking a written import back would do, and what later depends on it',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams },
  responses: { 200: json(undoPreview, 'The preview; its ETag names the import'), ...refused(409) },
});

/** What an import did, one by one. */
export const listImportUndoRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/imports/{id}/undo/subjects',
  operationId: 'listImportUndoSubjects',
  tags,
  summary: 'Every person, unit, post and certificate that would be taken back or put back',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(undoSubject), 'One by one'), ...refused(409) },
});

/** Takes an import back. */
export const undoImportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/imports/{id}/undo',
  operationId: 'undoImport',
  tags,
  summary: 'Take a written import back, once; asked again it tells how far that is',
  description: 'If something that depends on it is written meanwhile, nothing is taken back: the import is `committed` as before, with the failure `undo-blocked`.',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ why: line(500) }), 'Why') },
  responses: { 202: json(rosterImport, 'It is taken back'), ...refused(409, 428) },
});
