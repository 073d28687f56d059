import { createRoute, z } from '@hono/zod-openapi';
import { certificateStates } from '@saubac/domain/levels';
import { code, day, id, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, signedIn, tenantParams, thingParams, totalQuery } from '../frame/index.ts';
import { identity, kind, listedPerson, officeRank, person, plannedRank, postEntry, savedPerson, statedDays, why } from './parts.ts';

const onDay = day.optional().openapi({ description: 'Today where it is not named.' });
const flag = z.enum(['true', 'false']).optional();

/** What a list of people is narrowed by, beside its day. */
export const peopleFilter = z.object({
  unit: code.optional().openapi({ description: 'Code of a unit: people of it and of all below.' }),
  search: z.string().max(200).optional().openapi({ description: 'Beginnings of the words of a name in any order, accents do not matter; or a whole identification number.' }),
  kind: kind.optional(),
  rank: line(64).optional(),
  officeRank: officeRank.optional(),
  leader: flag,
  sex: z.enum(['female', 'male']).optional(),
  certificateState: z.enum(certificateStates).optional().openapi({ description: 'Holders of a certificate in this state.' }),
  level: z.coerce.number().int().min(1).max(20).optional().openapi({ type: 'integer', description: 'Holders of at least this level on the day, by verified certificates.' }),
  language: code.optional().openapi({ description: 'With `level`: in this language; otherwise in any.' }),
});

const place = z.object({
  order: z.enum(['name', 'unit']).default('name').openapi({ description: '`unit`: units as they stand in the tree, in each of them by name. A cursor belongs to the order that it came with.' }),
  skip: z.coerce.number().int().min(0).max(1_000_000).default(0).openapi({ type: 'integer', description: 'The page begins so many rows later: for screens that jump. Whoever reads all of a list follows `next`, from which nobody is left out where people come and go meanwhile.' }),
});

/** People in name order. */
export const listPeopleRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/people',
  operationId: 'listPeople',
  tags: ['people'],
  summary: 'People with their main post on a day, in Vietnamese name order or by units',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: tenantParams, query: pageQuery.extend(totalQuery.shape).extend({ on: onDay }).extend(peopleFilter.shape).extend(place.shape) },
  responses: { 200: json(pageOf(listedPerson), 'A page of people'), ...refused() },
});

/** Adds somebody. */
export const createPersonRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/people',
  operationId: 'createPerson',
  tags: ['people'],
  summary: 'Add a person with his main post; refused if somebody has his identification number',
  security: signedIn,
  'x-permission': 'person.edit',
  request: {
    params: tenantParams,
    headers: idempotencyKey,
    ...jsonBody(
      z.object({
        fullName: identity.fullName, birth: identity.birth.default(null), sex: identity.sex.default(null), ethnicity: identity.ethnicity.default(null), idNumber: identity.idNumber.default(null),
        main: postEntry.extend(statedDays), why,
      }),
      'Who it is, and the main post',
    ),
  },
  responses: { 201: json(savedPerson, 'Added'), ...refused(409, 422) },
});

/** The file of one person. */
export const getPersonRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/people/{id}',
  operationId: 'getPerson',
  tags: ['people'],
  summary: 'A person with posts, lists and certificates over time; that it was opened is noted',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: thingParams, query: z.object({ on: onDay }) },
  responses: { 200: json(person, 'The file'), ...refused(410) },
});

/** Corrects who somebody is. */
export const updatePersonRoute = createRoute({
  method: 'patch',
  path: '/api/t/{tenant}/people/{id}',
  operationId: 'updatePerson',
  tags: ['people'],
  summary: 'Correct who somebody is; what is absent stays',
  security: signedIn,
  'x-permission': 'person.edit',
  request: {
    params: thingParams,
    headers: ifMatch,
    ...jsonBody(z.object({ fullName: identity.fullName.optional(), birth: identity.birth.optional(), sex: identity.sex.optional(), ethnicity: identity.ethnicity.optional(), idNumber: identity.idNumber.optional(), why }), 'What changes'),
  },
  responses: { 200: json(savedPerson, 'Saved'), ...refused(409, 422, 428) },
});

/** The caller's own file. */
export const getOwnFileRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/me/file',
  operationId: 'getOwnFile',
  tags: ['me'],
  summary: 'My own file, where the account has one',
  security: signedIn,
  'x-permission': null,
  request: { params: tenantParams },
  responses: { 200: json(person, 'The file'), ...refused() },
});

/** Gives an account its own file. */
export const linkUserRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/people/{id}/account',
  operationId: 'linkUser',
  tags: ['people'],
  summary: 'Say which account reads this file as its own',
  security: signedIn,
  'x-permission': 'user.manage',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ user: id.nullable().openapi({ description: 'Null: none any longer.' }), why }), 'The account') },
  responses: { 200: json(savedPerson, 'Saved'), ...refused(409, 422, 428) },
});

const assignmentParams = thingParams.extend({ assignment: id });

/** Begins a post. */
export const startAssignmentRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/people/{id}/assignments',
  operationId: 'startAssignment',
  tags: ['people'],
  summary: 'Begin a post: the main one on days without another, or one beside it',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: thingParams, headers: ifMatch.extend(idempotencyKey.shape), ...jsonBody(z.object({ main: z.boolean(), post: postEntry, ...statedDays, why }), 'The post') },
  responses: { 201: json(savedPerson.extend({ assignment: id }), 'Begun'), ...refused(409, 422, 428) },
});

const fromDay = z.object({ mode: z.literal('from-effective-date'), post: postEntry, from: day.openapi({ description: 'The first day of what is new; what was before stays.' }), why });
const correction = z.object({
  mode: z.literal('correct'), post: postEntry, from: day.optional().openapi({ description: 'The right first day.' }), lastDay: day.nullable().optional().openapi({ description: 'The right last day, inclusive; null: no end.' }), why,
});

/** Changes a post. */
export const changeAssignmentRoute = createRoute({
  method: 'patch',
  path: '/api/t/{tenant}/people/{id}/assignments/{assignment}',
  operationId: 'changeAssignment',
  tags: ['people'],
  summary: 'Change a post from a day on (so people are moved), or correct what was wrong all along',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: assignmentParams, headers: ifMatch, ...jsonBody(z.discriminatedUnion('mode', [fromDay, correction]), 'The post as it is to be') },
  responses: { 200: json(savedPerson, 'Saved'), ...refused(409, 422, 428) },
});

/** Ends a post. */
export const endAssignmentRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/people/{id}/assignments/{assignment}/end',
  operationId: 'endAssignment',
  tags: ['people'],
  summary: 'End a post after its last day; lists end with the last main post',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: assignmentParams, headers: ifMatch, ...jsonBody(z.object({ lastDay: day, why }), 'The last day, inclusive') },
  responses: { 200: json(savedPerson, 'Saved'), ...refused(409, 422, 428) },
});

/** Plans somebody for an office. */
export const setPlannedPostRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/people/{id}/planned-post',
  operationId: 'setPlannedPost',
  tags: ['people'],
  summary: 'Plan somebody for an office of a rank on some days, or (null) for none',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ officeRank: plannedRank.nullable(), ...statedDays, why }), 'The rank and the days; other days stay') },
  responses: { 200: json(savedPerson, 'Saved'), ...refused(409, 422, 428) },
});

/** Puts somebody on the language-training list. */
export const setTrainingListingRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/people/{id}/training-list',
  operationId: 'setTrainingListing',
  tags: ['people'],
  summary: 'Put somebody on the language-training list on some days, or take him off',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ listed: z.boolean(), ...statedDays, why }), 'Whether he is on it, and the days; other days stay') },
  responses: { 200: json(savedPerson, 'Saved'), ...refused(409, 422, 428) },
});
