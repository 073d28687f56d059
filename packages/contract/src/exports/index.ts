import { createRoute, z } from '@hono/zod-openapi';
import { certificateStates } from '@saubac/domain/levels';
import { exportStates } from '@saubac/domain/transfers';
import { fileAnswer } from '../files/upload.ts';
import { dutyStates, topics } from '../duties/parts.ts';
import { code, day, id, idempotencyKey, json, jsonBody, line, pageOf, pageQuery, refused, shownDay, shownMoment, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { nameSearch, peopleGroup as group } from '../figures/index.ts';
import { sheet, told } from '../imports/parts.ts';
import { peopleFilter } from '../people/index.ts';
import { obstacleStates } from '../obstacles/parts.ts';
import { partName, pluginId } from '../plugins/parts.ts';

const tags = ['exports'];
const format = z.enum(['xlsx', 'csv']);

// As the list is asked for, but for what an address can't hold otherwise than as a text.
const filter = peopleFilter.extend({ leader: z.boolean().optional(), level: z.int().min(1).max(20).optional() });

const nameOfAct = z.string().max(100).regex(/^[a-z][A-Za-z0-9.:-]*$/).optional();
const auditFilter = { actor: id.optional(), act: nameOfAct, subjectKind: nameOfAct, subject: id.optional() };

const ofDuties = { year: z.int().min(2019).max(2100), topic: z.enum(topics).nullable().default(null), state: z.enum(dutyStates).nullable().default(null), late: z.boolean().default(false) };
const ofObstacles = { state: z.enum(obstacleStates).nullable().default(null), late: z.boolean().default(false) };

const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('roster'), on: day, sheet: sheet.default('people').openapi({ description: 'The sheet of a csv file; a workbook holds all.' }), format }),
  z.object({ kind: z.literal('people-behind-target'), on: day, target: code, group, unit: code.nullable().default(null), search: nameSearch.default(''), planVersion: z.int().min(1).nullable().default(null), format }),
  z.object({ kind: z.literal('people'), on: day, filter: filter.default({}), order: z.enum(['name', 'unit']).default('name'), format }),
  z.object({ kind: z.literal('target-units'), on: day, target: code, unit: code.nullable().default(null), units: z.enum(['then', 'now']).default('then'), format }),
  z.object({ kind: z.literal('progress'), on: day, unit: code.nullable().default(null), format }),
  z.object({ kind: z.literal('audit'), from: day, to: day.openapi({ description: 'Inclusive.' }), ...auditFilter, format }),
  z.object({ kind: z.literal('units'), on: day, search: line(200).nullable().default(null), changed: z.boolean().default(false).openapi({ description: 'Only those that the day changed, with those that are no more.' }), format }),
  z.object({ kind: z.literal('close'), close: id, format: z.literal('xlsx') }),
  z.object({ kind: z.literal('standard-gaps'), on: day, unit: code.nullable().default(null), format }),
  z.object({ kind: z.literal('plugin-report'), plugin: pluginId, report: partName, from: day, to: day.openapi({ description: 'Inclusive.' }), format }),
  z.object({ kind: z.literal('duties'), ...ofDuties, body: code.nullable().default(null), task: code.nullable().default(null), unit: id.nullable().default(null), format }),
  z.object({ kind: z.literal('obstacles'), on: day, ...ofObstacles, unit: code.nullable().default(null), about: code.nullable().default(null), text: line(200).nullable().default(null), format }),
  z.object({
    kind: z.literal('certificates'), on: day, below: code.nullable().default(null), search: line(200).nullable().default(null), state: z.enum(certificateStates).nullable().default(null), type: code.nullable().default(null),
    language: code.nullable().default(null), issuer: id.nullable().default(null), level: z.int().min(0).max(20).nullable().default(null), expiringBefore: day.nullable().default(null), format,
  }),
]);

const shownOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('roster'), on: shownDay, sheet }),
  z.object({ kind: z.literal('people-behind-target'), on: shownDay, target: z.string(), group, unit: z.string().nullable(), search: z.string().optional(), planVersion: z.int().nullable() }),
  z.object({ kind: z.literal('people'), on: shownDay, filter, order: z.enum(['name', 'unit']) }),
  z.object({ kind: z.literal('target-units'), on: shownDay, target: z.string(), unit: z.string().nullable(), units: z.enum(['then', 'now']) }),
  z.object({ kind: z.literal('progress'), on: shownDay, unit: z.string().nullable() }),
  z.object({ kind: z.literal('audit'), from: shownDay, to: shownDay, ...auditFilter }),
  z.object({ kind: z.literal('units'), on: shownDay, search: z.string().nullable(), changed: z.boolean() }),
  z.object({ kind: z.literal('close'), close: z.string() }),
  z.object({ kind: z.literal('standard-gaps'), on: shownDay, unit: z.string().nullable() }),
  z.object({ kind: z.literal('plugin-report'), plugin: z.string(), report: z.string(), from: shownDay, to: shownDay }),
  z.object({ kind: z.literal('duties'), ...ofDuties, body: z.string().nullable(), task: z.string().nullable(), unit: z.string().nullable() }),
  z.object({ kind: z.literal('obstacles'), on: shownDay, ...ofObstacles, unit: z.string().nullable(), about: z.string().nullable(), text: z.string().nullable() }),
  z.object({
    kind: z.literal('certificates'), on: shownDay, below: z.string().nullable(), search: z.string().nullable(), state: z.enum(certificateStates).nullable(), type: z.string().nullable(),
    language: z.string().nullable(), issuer: z.string().nullable(), level: z.int().nullable(), expiringBefore: shownDay.nullable(),
  }),
]);

const ordered = z.object({
  id,
  order: shownOrder,
  format,
  state: z.enum(exportStates),
  progress: z.object({ rows: z.int() }),
  failure: told.nullable(),
  expired: z.boolean().openapi({ description: 'It was ready, and its file can be had no more.' }),
  expiresAt: shownMoment.nullable(),
  version: z.int(),
  createdAt: shownMoment,
  endedAt: shownMoment.nullable(),
});
const dataExport = ordered.openapi('Export');

/** Orders a file. */
export const orderExportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/exports',
  operationId: 'orderExport',
  tags,
  summary: 'Order a file; it is made with the rights that you have then, and recorded. Figures ask for progress.read instead, the audit for audit.read, a close for close.read, a section of a plugin for its own permission, duties for task.read, obstacles for obstacle.read',
  security: signedIn,
  'x-permission': 'roster.export',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(order, 'What to take out') },
  responses: { 201: json(dataExport, 'Ordered'), ...refused(422) },
});

/** The caller's own exports. */
export const listExportsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/exports',
  operationId: 'listExports',
  tags,
  summary: 'The exports that you ordered, the newest first',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams, query: pageQuery },
  responses: { 200: json(pageOf(dataExport), 'Exports'), ...refused() },
});

/** One export. */
export const getExportRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/exports/{id}',
  operationId: 'getExport',
  tags,
  summary: 'How an export stands; once it is ready, with a link to its file that is good for ten minutes, for you alone',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams },
  responses: { 200: json(ordered.extend({ download: z.object({ href: z.string(), expiresAt: shownMoment }).nullable() }).openapi('ExportWithLink'), 'The export'), ...refused() },
});

/** Gives an export up. */
export const cancelExportRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/exports/{id}/cancel',
  operationId: 'cancelExport',
  tags,
  summary: 'Give an export up that is not made yet',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams },
  responses: { 200: json(dataExport, 'Given up'), ...refused(409) },
});

/** The file of an export. */
export const downloadExportRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/exports/{id}/file',
  operationId: 'downloadExport',
  tags,
  summary: 'The file of an export, by its link; each download is recorded',
  security: signedIn,
  'x-permission': null,
  request: { params: thingParams, query: z.object({ token: z.string().min(1).max(100).regex(/^[\w-]+$/) }) },
  responses: { 200: fileAnswer('The file'), ...refused(410) },
});
