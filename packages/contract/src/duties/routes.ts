import { createRoute, z } from '@hono/zod-openapi';
import { fileAnswer, fileBody, fileName } from '../files/upload.ts';
import { code, day, id, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { bodyOfPlan, bodyTotals, duty, dutyReach, dutyStates, reach, sessionOfDuty, topics, unitTotals, wholeDuty } from './parts.ts';

const tags = ['duties'];
const security = signedIn;
const path = '/api/t/{tenant}/duties';
const year = z.coerce.number().int().min(2019).max(2100).optional().openapi({ type: 'integer' });
const filter = z.object({
  year, body: code.optional(), task: code.optional(), unit: id.optional(), topic: z.enum(topics).optional(), state: z.enum(dutyStates).optional(), late: z.enum(['true', 'false']).optional(),
});
const fileParams = thingParams.extend({ file: id });
const sessionParams = thingParams.extend({ session: id });
const nothing = { 204: { description: 'Done' } };

/** Duties of bodies. */
export const listDutiesRoute = createRoute({
  method: 'get', path, operationId: 'listDuties', tags, security, 'x-permission': 'task.read', summary: 'What the tasks of the plans ask of whom, late ones first',
  request: { params: tenantParams, query: filter.extend(pageQuery.shape) }, responses: { 200: json(pageOf(duty), 'Duties'), ...refused() },
});

/** The duties of each body, counted. */
export const dutiesBoardRoute = createRoute({
  method: 'get', path: `${path}/board`, operationId: 'dutiesBoard', tags, security, 'x-permission': 'task.read', summary: 'How many duties each body and each unit has open, reported, accepted and late',
  request: { params: tenantParams, query: filter }, responses: { 200: json(z.object({ bodies: z.array(bodyTotals), units: z.array(unitTotals), years: z.array(z.int()) }), 'The board'), ...refused() },
});

/** Makes the duties of a year. */
export const makeDutiesRoute = createRoute({
  method: 'post', path, operationId: 'makeDuties', tags, security, 'x-permission': 'task.manage', summary: 'Make the duties of a year from the plans in force; those that are there stay, those no longer given are dropped',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(z.object({ year: z.int().min(2019).max(2100) }), 'The year') },
  responses: { 200: json(z.object({ year: z.int(), added: z.int(), dropped: z.int() }), 'What came of it'), ...refused() },
});

const madeKnown = filter.omit({ topic: true });

/** How far making known has come. */
export const reachOfYearRoute = createRoute({
  method: 'get', path: `${path}/reach`, operationId: 'reachOfYear', tags, security, 'x-permission': 'task.read', summary: 'How many sessions made the programme known, and how many they reached of the people due: duty by duty and all together, each person once',
  request: { params: tenantParams, query: madeKnown }, responses: { 200: json(z.object({ items: z.array(dutyReach), total: reach.nullable() }), 'Figures'), ...refused() },
});

/** The sessions behind them. */
export const sessionsOfYearRoute = createRoute({
  method: 'get', path: `${path}/sessions`, operationId: 'sessionsOfYear', tags, security, 'x-permission': 'task.read', summary: 'The sessions that made the programme known, the latest first',
  request: { params: tenantParams, query: madeKnown.extend(pageQuery.shape) }, responses: { 200: json(pageOf(sessionOfDuty), 'Sessions'), ...refused() },
});

/** The bodies of the plans in force. */
export const listBodiesRoute = createRoute({
  method: 'get', path: `${path}/bodies`, operationId: 'listBodies', tags, security, 'x-permission': 'task.read', summary: 'The bodies of the plans in force and the units that stand for them',
  request: { params: tenantParams }, responses: { 200: json(z.object({ items: z.array(bodyOfPlan) }), 'Bodies'), ...refused() },
});

/** Says which units a body is. */
export const nameUnitsRoute = createRoute({
  method: 'put', path: `${path}/bodies`, operationId: 'nameUnits', tags, security, 'x-permission': 'task.manage', summary: 'Say which units a body of a plan is; make the duties again afterwards',
  request: { params: tenantParams, ...jsonBody(z.object({ plan: code, body: code, units: z.array(id).max(1_000) }), 'The body and its units') },
  responses: { ...nothing, ...refused(422) },
});

/** One duty. */
export const getDutyRoute = createRoute({
  method: 'get', path: `${path}/{id}`, operationId: 'getDuty', tags, security, 'x-permission': 'task.read', summary: 'A duty with its clause, its report, proofs and sessions; its way is that of its case',
  request: { params: thingParams }, responses: { 200: json(wholeDuty, 'The duty'), ...refused() },
});

/** Writes what was done. */
export const saveDutyReportRoute = createRoute({
  method: 'put', path: `${path}/{id}/report`, operationId: 'saveDutyReport', tags, security, 'x-permission': 'task.report', summary: 'Write down what was done for an open duty; it is handed in by a move of its case',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ text: line(10_000), figure: z.int().min(0).max(1_000_000_000).nullable().default(null), document: line(300).nullable().default(null) }), 'The report') },
  responses: { 200: json(z.object({ version: z.int() }), 'Kept'), ...refused(409, 428) },
});

/** Adds a proof. */
export const addDutyFileRoute = createRoute({
  method: 'post', path: `${path}/{id}/files`, operationId: 'addDutyFile', tags, security, 'x-permission': 'task.report', summary: 'Add a proof to an open duty: pdf, picture or xlsx, by content, up to 10 MB',
  request: { params: thingParams, headers: fileName.extend(idempotencyKey.shape), ...fileBody('The proof') },
  responses: { 201: json(z.object({ id, name: z.string() }), 'Added'), ...refused(409, 422) },
});

/** The content of a proof. */
export const downloadDutyFileRoute = createRoute({
  method: 'get', path: `${path}/{id}/files/{file}`, operationId: 'downloadDutyFile', tags, security, 'x-permission': 'task.read', summary: 'The content of a proof, to be saved',
  request: { params: fileParams }, responses: { 200: fileAnswer('The proof'), ...refused() },
});

/** Takes a proof away. */
export const removeDutyFileRoute = createRoute({
  method: 'delete', path: `${path}/{id}/files/{file}`, operationId: 'removeDutyFile', tags, security, 'x-permission': 'task.report', summary: 'Take a proof away from an open duty',
  request: { params: fileParams }, responses: { ...nothing, ...refused(409) },
});

/** Adds a session. */
export const addDutySessionRoute = createRoute({
  method: 'post', path: `${path}/{id}/sessions`, operationId: 'addDutySession', tags, security, 'x-permission': 'task.report', summary: 'Note a session that made the programme known, with how many were there and who',
  request: {
    params: thingParams, headers: idempotencyKey,
    ...jsonBody(z.object({ heldOn: day, form: z.enum(['meeting', 'online', 'media', 'other']), topic: line(500), place: line(300).nullable().default(null), heads: z.int().min(0).max(10_000_000), people: z.array(id).max(5_000).default([]) }), 'The session'),
  },
  responses: { 201: json(z.object({ id }), 'Noted'), ...refused(409, 422) },
});

/** Removes a session. */
export const removeDutySessionRoute = createRoute({
  method: 'delete', path: `${path}/{id}/sessions/{session}`, operationId: 'removeDutySession', tags, security, 'x-permission': 'task.report', summary: 'Take a session away that was noted by mistake',
  request: { params: sessionParams }, responses: { ...nothing, ...refused(409) },
});

/** Who was reached. */
export const listReachedRoute = createRoute({
  method: 'get', path: `${path}/{id}/people`, operationId: 'listReached', tags, security, 'x-permission': 'task.read', summary: 'Those who were listed at the sessions of a duty, by name',
  request: { params: thingParams, query: pageQuery }, responses: { 200: json(pageOf(z.object({ id, name: z.string(), sessions: z.int() })), 'People'), ...refused() },
});
