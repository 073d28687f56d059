import { createRoute, z } from '@hono/zod-openapi';
import { code, id, idempotencyKey, json, jsonBody, line, pageOf, pageQuery, refused, shownMoment, signedIn, tenantParams, thingParams } from '../frame/index.ts';

const of = z.enum(['unit', 'post']);

const rememberedName = z
  .object({
    id,
    of: of.openapi({ description: 'What the name means: a unit or a post.' }),
    given: z.string().openapi({ description: 'The name as it was given; accents, capitals and spaces do not matter.' }),
    code: z.string(),
    name: z.string().openapi({ description: 'What the unit or post is called now.' }),
    notedBy: z.object({ id: id.nullable(), name: z.string() }),
    notedAt: shownMoment,
  })
  .openapi('RememberedName');

const tags = ['imports'];

/** The names that were chosen to mean something. */
export const listRememberedNamesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/remembered-names',
  operationId: 'listRememberedNames',
  tags,
  summary: 'Names of units and posts as rosters write them, and what they were chosen to mean; for who imports for the whole tenant',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: tenantParams, query: pageQuery },
  responses: { 200: json(pageOf(rememberedName), 'Remembered names, the oldest first'), ...refused() },
});

/** Chooses what a name means. */
export const setRememberedNameRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/remembered-names',
  operationId: 'setRememberedName',
  tags,
  summary: 'Choose which unit or post a name means, in place of what it meant before; later imports take it',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(z.object({ of, name: line(500), code }), 'The name, and the code it stands for') },
  responses: { 201: json(rememberedName, 'Remembered'), ...refused(422) },
});

/** Forgets a name. */
export const forgetRememberedNameRoute = createRoute({
  method: 'delete',
  path: '/api/t/{tenant}/remembered-names/{id}',
  operationId: 'forgetRememberedName',
  tags,
  summary: 'Forget what a name was chosen to mean',
  security: signedIn,
  'x-permission': 'roster.import',
  request: { params: thingParams },
  responses: { 200: json(rememberedName, 'Forgotten'), ...refused() },
});
