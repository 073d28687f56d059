import { createRoute, z } from '@hono/zod-openapi';
import { unitChangeStates } from '@saubac/domain/unit-changes';
import { fileAnswer, fileBody, fileName } from '../files/upload.ts';
import { day, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { finding, listedMove, unitChange, unitChangeInput } from './parts.ts';

const tags = ['unit-changes'];
const one = '/api/t/{tenant}/unit-changes/{id}' as const;

/** Changes of units. */
export const listUnitChangesRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/unit-changes', operationId: 'listUnitChanges', tags, summary: 'Changes of units, the newest first; for those who read all units', security: signedIn, 'x-permission': 'unit.read',
  request: { params: tenantParams, query: pageQuery.extend({ state: z.enum(unitChangeStates).optional() }) },
  responses: { 200: json(pageOf(unitChange), 'A page of changes'), ...refused() },
});

/** Writes a change down. */
export const prepareUnitChangeRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/unit-changes', operationId: 'prepareUnitChange', tags, summary: 'Write a change of units down; it may be impossible, a preview tells', security: signedIn, 'x-permission': 'unit.change',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(unitChangeInput, 'Operations in their order, and who goes where by name') },
  responses: { 201: json(unitChange, 'Written down'), ...refused(422) },
});

const said = z.object({ title: line(500).optional(), on: day.optional(), why: line(2_000).optional() });

/** Writes a change down from a file. */
export const prepareUnitChangeFileRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/unit-change-files', operationId: 'prepareUnitChangeFromFile', tags, summary: 'Write a change of units down from the workbook of the template, or one of its sheets as csv', security: signedIn, 'x-permission': 'unit.change',
  request: { params: tenantParams, query: said, headers: fileName.extend(idempotencyKey.shape), ...fileBody('The file') },
  responses: { 201: json(unitChange, 'Written down'), ...refused(422) },
});

/** The workbook to be filled in. */
export const unitChangeTemplateRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/unit-change-template', operationId: 'unitChangeTemplate', tags, summary: 'The workbook in which a change of units is written down', security: signedIn, 'x-permission': 'unit.change',
  request: { params: tenantParams },
  responses: { 200: fileAnswer('The template (xlsx)'), ...refused() },
});

/** One change. */
export const getUnitChangeRoute = createRoute({
  method: 'get', path: one, operationId: 'getUnitChange', tags, summary: 'A change of units; its ETag names the preview', security: signedIn, 'x-permission': 'unit.read',
  request: { params: thingParams },
  responses: { 200: json(unitChange, 'The change'), ...refused() },
});

/** Writes a change anew. */
export const rewriteUnitChangeRoute = createRoute({
  method: 'put', path: one, operationId: 'rewriteUnitChange', tags, summary: 'Write a change anew while it is not committed; it has to be previewed again', security: signedIn, 'x-permission': 'unit.change',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(unitChangeInput, 'The whole change') },
  responses: { 200: json(unitChange, 'Written'), ...refused(409, 422, 428) },
});

/** Gives a change up. */
export const dropUnitChangeRoute = createRoute({
  method: 'delete', path: one, operationId: 'dropUnitChange', tags, summary: 'Give a change up before it is committed', security: signedIn, 'x-permission': 'unit.change',
  request: { params: thingParams, headers: ifMatch },
  responses: { 200: json(unitChange, 'Given up'), ...refused(409, 428) },
});

/** Previews a change. */
export const previewUnitChangeRoute = createRoute({
  method: 'post', path: `${one}/preview`, operationId: 'previewUnitChange', tags, summary: 'Work out exactly what a change would do; what makes it impossible is listed, and it stays a draft', security: signedIn, 'x-permission': 'unit.change',
  description: 'A large change is worked out later: it is `previewing`, and its `progress` rises.',
  request: { params: thingParams },
  responses: { 200: json(unitChange, 'What it would do'), ...refused(409) },
});

/** Commits a change. */
export const commitUnitChangeRoute = createRoute({
  method: 'post', path: `${one}/commit`, operationId: 'commitUnitChange', tags, summary: 'Commit the change as the preview that If-Match names has it; never by who prepared it', security: signedIn, 'x-permission': 'unit.commit',
  description: 'If by now it would come to something else, nothing is written and it has to be previewed again. A large change is written later: it is `committing`, and its `progress` rises.',
  request: { params: thingParams, headers: ifMatch },
  responses: { 200: json(unitChange, 'Committed, or being written'), ...refused(409, 428) },
});

/** Stops the work on a change. */
export const cancelUnitChangeRoute = createRoute({
  method: 'post', path: `${one}/cancel`, operationId: 'cancelUnitChange', tags, summary: 'Stop a preview or commit that is going on; possible until it is done', security: signedIn, 'x-permission': 'unit.change',
  request: { params: thingParams },
  responses: { 200: json(unitChange, 'As it stands'), ...refused() },
});

/** Sends a change back to who prepared it. */
export const sendUnitChangeBackRoute = createRoute({
  method: 'post', path: `${one}/send-back`, operationId: 'sendUnitChangeBack', tags, summary: 'Send a previewed change back with the reason, instead of committing it; it is a draft again', security: signedIn, 'x-permission': 'unit.commit',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ why: line(500) }), 'The reason, for who prepared it and for the audit') },
  responses: { 200: json(unitChange, 'Sent back'), ...refused(409, 428) },
});

/** Takes a change back. */
export const withdrawUnitChangeRoute = createRoute({
  method: 'post', path: `${one}/withdraw`, operationId: 'withdrawUnitChange', tags, summary: 'Take a committed change back whole before its day; refused, with the list, while something builds on it', security: signedIn, 'x-permission': 'unit.commit',
  request: { params: thingParams, ...jsonBody(z.object({ why: line(500) }), 'The reason, for the audit') },
  responses: { 200: json(unitChange, 'Taken back'), ...refused(409) },
});

/** The lists of a preview. */
export const listUnitChangeFindingsRoute = createRoute({
  method: 'get', path: `${one}/findings`, operationId: 'listUnitChangeFindings', tags, summary: 'One of the lists that a preview left; people are named to those who may read people', security: signedIn, 'x-permission': 'unit.read',
  request: { params: thingParams, query: pageQuery.extend({ list: z.enum(['refusals', 'units', 'people', 'stranded', 'grants', 'plans', 'figures']).default('units') }) },
  responses: { 200: json(pageOf(finding), 'A page of the list'), ...refused() },
});

/** Who goes where by name. */
export const listUnitChangeMovesRoute = createRoute({
  method: 'get', path: `${one}/moves`, operationId: 'listUnitChangeMoves', tags, summary: 'Who is moved by name, as it was written down; people are named to those who may read people', security: signedIn, 'x-permission': 'unit.read',
  request: { params: thingParams, query: pageQuery },
  responses: { 200: json(pageOf(listedMove), 'A page of moves'), ...refused() },
});
