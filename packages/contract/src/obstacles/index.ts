import { createRoute, z } from '@hono/zod-openapi';
import { code, id, idempotencyKey, ifMatch, json, jsonBody, line, localText, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { obstacleStates } from './parts.ts';

const tags = ['obstacles'];
const security = signedIn;
const path = '/api/t/{tenant}/obstacles';

const concerned = z.object({ kind: z.enum(['target', 'task']), plan: z.string(), id: z.string(), title: localText });

const obstacle = z
  .object({
    id, raisedOn: shownDay, raisedLabel: z.string(), unit: z.object({ id, code: z.string(), name: z.string() }).nullable(), about: z.string().nullable(), text: z.string(), proposal: z.string(), answer: z.string().nullable(),
    changeLink: z.string().nullable().openapi({ description: 'Where the change that came of it is seen, within the tenant.', example: '/plan/versions/3' }), published: z.boolean(), version: z.int(), case: id, state: z.enum(obstacleStates), own: z.boolean(),
    concerns: concerned.nullable(), dueOn: shownDay.nullable().openapi({ description: 'The last day on which whoever has it now is in time.' }), late: z.boolean(),
    answeredOn: shownDay.nullable(), answeredBy: z.string().nullable(),
  })
  .openapi('Obstacle');

/** Obstacles and proposals. */
export const listObstaclesRoute = createRoute({
  method: 'get', path, operationId: 'listObstacles', tags, security, 'x-permission': 'obstacle.read', summary: 'Obstacles and proposals of the caller’s units, and answers that all may read',
  request: { params: tenantParams, query: pageQuery.extend({ state: z.enum(obstacleStates).optional(), text: line(200).optional(), late: z.enum(['true', 'false']).optional(), unit: code.optional().openapi({ description: 'With the units below it.' }), about: code.optional(), change: line(300).optional() }) }, responses: { 200: json(pageOf(obstacle), 'Obstacles'), ...refused() },
});

/** Those like a text. */
export const similarObstaclesRoute = createRoute({
  method: 'get', path: `${path}/similar`, operationId: 'similarObstacles', tags, security, 'x-permission': 'obstacle.read', summary: 'Obstacles like a text that is being written',
  request: { params: tenantParams, query: z.object({ text: line(2_000) }) }, responses: { 200: json(z.object({ items: z.array(obstacle) }), 'The likest first'), ...refused() },
});

/** What one can be about. */
export const listConcernedRoute = createRoute({
  method: 'get', path: `${path}/concerned`, operationId: 'listConcerned', tags, security, 'x-permission': 'obstacle.read', summary: 'The targets and tasks of the plans in force that an obstacle can be about',
  request: { params: tenantParams }, responses: { 200: json(z.object({ items: z.array(concerned) }), 'Targets and tasks'), ...refused() },
});

/** Raises one. */
export const raiseObstacleRoute = createRoute({
  method: 'post', path, operationId: 'raiseObstacle', tags, security, 'x-permission': 'obstacle.raise', summary: 'Raise an obstacle or proposal',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(z.object({ about: code.nullable().default(null), text: line(5_000), proposal: line(5_000) }), 'What stands in the way, and what is proposed') },
  responses: { 201: json(z.object({ id }), 'Raised'), ...refused(422) },
});

/** One obstacle. */
export const getObstacleRoute = createRoute({
  method: 'get', path: `${path}/{id}`, operationId: 'getObstacle', tags, security, 'x-permission': 'obstacle.read', summary: 'An obstacle with its answer; its way is that of its case',
  request: { params: thingParams }, responses: { 200: json(obstacle, 'The obstacle'), ...refused() },
});

const changeLink = line(300).regex(/^\/[a-z][\w/?=&.-]*$/).nullable().default(null);

/** Writes the answer. */
export const answerObstacleRoute = createRoute({
  method: 'put', path: `${path}/{id}/answer`, operationId: 'answerObstacle', tags, security, 'x-permission': 'obstacle.answer', summary: 'Write the answer to an obstacle in hand; it is given by a move of its case',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ answer: line(10_000), changeLink, published: z.boolean().default(false) }), 'The answer') },
  responses: { 200: json(z.object({ version: z.int() }), 'Kept'), ...refused(409, 422, 428) },
});
