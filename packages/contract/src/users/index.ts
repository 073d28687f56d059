import { createRoute, z } from '@hono/zod-openapi';
import { permissions, roles, unitLines } from '@saubac/domain/access';
import { code, day, id, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, shownDay, shownMoment, signedIn, tenantParams, thingParams, totalQuery } from '../frame/index.ts';

const grant = z
  .object({
    id,
    role: z.enum(roles),
    unit: z.object({ code: z.string(), name: z.string() }).nullable().openapi({ description: 'Null: the whole tenant.' }),
    line: z.enum(unitLines),
    from: shownDay,
    lastDay: shownDay.nullable().openapi({ description: 'Inclusive; null: no end is set.' }),
    state: z.enum(['holds', 'to-come', 'ended']),
    grantedBy: id.nullable(),
    version: z.int(),
  })
  .openapi('Grant');

const status = z.enum(['invited', 'active', 'disabled']);

const user = z
  .object({ id, name: z.string(), email: z.string(), status, secondFactor: z.boolean(), lastSignIn: shownMoment.nullable().openapi({ description: 'Null: never.' }), grants: z.array(grant) })
  .openapi('User');

const why = line(500).optional().openapi({ description: 'The reason, kept in the audit.' });

const wish = z.object({
  role: z.enum(roles),
  unit: code.nullable().default(null).openapi({ description: 'Code of a unit; null: the whole tenant.' }),
  line: z.enum(unitLines).default('uses').openapi({ description: 'The line along which the role reaches from the unit down.' }),
  from: day.optional().openapi({ description: 'Today where it is not named.' }),
  lastDay: day.nullable().default(null).openapi({ description: 'Inclusive; null: no end.' }),
});

const grantParams = thingParams.extend({ grant: id });

/** Who may enter the tenant, and with which roles. */
export const listUsersRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/users',
  operationId: 'listUsers',
  tags: ['users'],
  summary: 'Users by address, each with the roles that the caller may see',
  security: signedIn,
  'x-permission': 'user.read',
  request: { params: tenantParams, query: pageQuery.extend(totalQuery.shape).extend({ search: z.string().min(1).max(100).optional().openapi({ description: 'Part of a name or address; accents do not matter.' }), status: status.optional(), role: z.enum(roles).optional() }) },
  responses: { 200: json(pageOf(user), 'Users'), ...refused() },
});

/** One user. */
export const showUserRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/users/{id}',
  operationId: 'showUser',
  tags: ['users'],
  summary: 'One user, with the roles that have ended too',
  security: signedIn,
  'x-permission': 'user.read',
  request: { params: thingParams },
  responses: { 200: json(user, 'The user'), ...refused() },
});

/** Lets somebody in, with a role. */
export const inviteUserRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/invitations',
  operationId: 'inviteUser',
  tags: ['users'],
  summary: 'Invite somebody by mail, with a role; whoever has an account already may enter at once',
  security: signedIn,
  'x-permission': 'user.manage',
  request: {
    params: tenantParams,
    headers: idempotencyKey,
    ...jsonBody(wish.extend({ email: z.string().trim().min(3).max(254), name: line(200), locale: z.enum(['vi', 'en']).optional(), why }), 'Whom to invite, and the role'),
  },
  responses: { 201: json(user, 'Invited'), ...refused(409, 422) },
});

/** Takes everything from a user at once. */
export const removeUserRoute = createRoute({
  method: 'delete',
  path: '/api/t/{tenant}/users/{id}',
  operationId: 'removeUser',
  tags: ['users'],
  summary: 'Remove a user: all roles end and the door closes, at once; everybody may remove himself',
  security: signedIn,
  'x-permission': 'user.manage',
  request: { params: thingParams },
  responses: { 200: json(z.object({ ended: z.int().openapi({ description: 'How many roles ended.' }) }), 'Removed'), ...refused(409) },
});

/** Gives a role. */
export const giveGrantRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/users/{id}/grants',
  operationId: 'giveGrant',
  tags: ['users'],
  summary: 'Give a role: one that the caller may give, within the units that he administers, never to himself',
  security: signedIn,
  'x-permission': 'user.manage',
  request: { params: thingParams, headers: idempotencyKey, ...jsonBody(wish.extend({ why }), 'The role') },
  responses: { 201: json(grant, 'Given'), 200: json(grant, 'It was given already'), ...refused(409, 422) },
});

/** Changes until when a role is held. */
export const changeGrantRoute = createRoute({
  method: 'patch',
  path: '/api/t/{tenant}/users/{id}/grants/{grant}',
  operationId: 'changeGrant',
  tags: ['users'],
  summary: 'Change the last day of a role',
  security: signedIn,
  'x-permission': 'user.manage',
  request: { params: grantParams, headers: ifMatch, ...jsonBody(z.object({ lastDay: day.nullable(), why }), 'The last day, inclusive; null: no end') },
  responses: { 200: json(grant, 'Changed'), ...refused(409, 422, 428) },
});

/** Takes a role back. */
export const endGrantRoute = createRoute({
  method: 'delete',
  path: '/api/t/{tenant}/users/{id}/grants/{grant}',
  operationId: 'endGrant',
  tags: ['users'],
  summary: 'Take a role back: it is gone at once; everybody may give up his own',
  security: signedIn,
  'x-permission': 'user.manage',
  request: { params: grantParams },
  responses: { 200: json(grant, 'Taken back'), ...refused(409) },
});

const role = z
  .object({
    role: z.enum(roles),
    permissions: z.array(z.enum(permissions)),
    gives: z.array(z.enum(roles)).openapi({ description: 'The roles that its holder may give to others.' }),
    yoursToGive: z.boolean().openapi({ description: 'Whether the caller may give it, within the units that he administers.' }),
  })
  .openapi('Role');

/** What each role may do. */
export const listRolesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/roles',
  operationId: 'listRoles',
  tags: ['users'],
  summary: 'The roles, what each may do, and which of them the caller may give',
  security: signedIn,
  'x-permission': 'user.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(role) }), 'All roles'), ...refused() },
});

/** Takes a lost second factor away. */
export const resetUserSecondFactorRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/users/{id}/second-factor/removal',
  operationId: 'resetUserSecondFactor',
  tags: ['users'],
  summary: 'Remove the second factor of somebody who has lost it, never the own one; all his sessions end and he is told by mail',
  security: signedIn,
  'x-permission': 'user.manage',
  request: { params: thingParams, ...jsonBody(z.object({ why: line(500).openapi({ description: 'How it is known that it is he, kept in the audit.' }) }), 'Why') },
  responses: { 204: { description: 'Removed' }, ...refused(409) },
});

/** Ends the sessions of a user. */
export const endUserSessionsRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/users/{id}/sessions/end',
  operationId: 'endUserSessions',
  tags: ['users'],
  summary: 'End all open sessions of a user at once: he has to sign in again',
  security: signedIn,
  'x-permission': 'user.manage',
  request: { params: thingParams, ...jsonBody(z.object({ why }), 'Why') },
  responses: { 200: json(z.object({ ended: z.int().openapi({ description: 'How many sessions ended.' }) }), 'Ended'), ...refused(409) },
});
