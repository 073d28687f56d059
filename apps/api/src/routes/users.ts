import { changeGrantRoute, endGrantRoute, endUserSessionsRoute, giveGrantRoute, inviteUserRoute, listRolesRoute, listUsersRoute, removeUserRoute, resetUserSecondFactorRoute, showUserRoute } from '@saubac/contract/users';
import { activeMembers, lastSignIns } from '@saubac/db/accounts';
import type { GrantId } from '@saubac/domain/access';
import type { UserId } from '@saubac/domain/values';
import { changeGrantEnd, endGrant, endSessionsOf, giveToMember, inviteUser, listRoles, removeUser, resetSecondFactorOf, type ShownGrant, type TenantUser, userOf, usersPage } from '@saubac/services/access';
import type { Context } from 'hono';
import { z } from 'zod';
import { etagOf, once, readCursor, refuse, versionOf, writeCursor } from '../answers/index.ts';
import type { TenantEnv } from '../env.ts';
import { raw, tenantRoutes } from './frame.ts';

const place = z.strictObject({ email: z.string().max(254).regex(/^[^\0]*$/) });

const shownGrant = ({ user: _, ...it }: ShownGrant) => it;

/** Users as they are shown, with when each last signed in. */
const shownAll = async (c: Context<TenantEnv>, users: readonly TenantUser[]) => {
  const signedIn = await lastSignIns(c.var.installation.auth.sql, users.map(({ account }) => account.id));
  return users.map(({ account, grants }) => ({
    id: account.id,
    name: account.displayName,
    email: account.email,
    status: account.status,
    secondFactor: account.secondFactorAt !== null,
    lastSignIn: signedIn.get(account.id)?.toISOString() ?? null,
    grants: grants.map(shownGrant),
  }));
};

const shown = async (c: Context<TenantEnv>, user: TenantUser) => {
  const [one] = await shownAll(c, [user]);
  if (!one) throw new Error('One user is shown as one.');
  return one;
};

/** What a user may do has changed: this process forgets at once what it remembers, the others hear it from the database. */
const forgetAccess = (c: Context<TenantEnv>): void => c.var.installation.auth.access.tell({ tenant: c.var.tenant.id });

const onGrant = async (c: Context<TenantEnv>, { id, grant }: { id: string; grant: string }) => ({ grant: grant as GrantId, of: id as UserId, activeUsers: await activeMembers(c.var.installation.auth.sql, c.var.tenant.id) });

export const userRoutes = tenantRoutes((app) => {
  app.openapi(listUsersRoute, async (c) => {
    const { after, total, ...filter } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await usersPage(c.var.ctx, c.var.installation.auth.sql, { ...filter, after: from.value?.email ?? null, total: total === 'true' });
    if (!page.ok) return refuse(c, page.failure);
    const { items, next, total: count } = page.value;
    return c.answer({ items: await shownAll(c, items), next: writeCursor(next === null ? null : { email: next }), ...(count === undefined ? {} : { total: count }) }, 200);
  });
  app.openapi(showUserRoute, async (c) => {
    const found = await userOf(c.var.ctx, c.var.installation.auth.sql, c.req.valid('param').id as UserId);
    return found.ok ? c.answer(await shown(c, found.value), 200) : refuse(c, found.failure);
  });
  app.openapi(inviteUserRoute, async (c) => {
    const { why, name, ...input } = c.req.valid('json');
    const { tenant, installation } = c.var;
    const invited = await once(c, { ...input, name }, (ctx) => inviteUser(ctx, installation.auth, { ...input, displayName: name, tenantName: tenant.name }, why));
    if (!invited.ok) return refuse(c, invited.failure);
    forgetAccess(c);
    return c.answer(await shown(c, invited.value), 201);
  });
  app.openapi(removeUserRoute, async (c) => {
    const removed = await removeUser(c.var.ctx, c.var.installation.auth, c.req.valid('param').id as UserId);
    if (!removed.ok) return refuse(c, removed.failure);
    forgetAccess(c);
    return c.answer(removed.value, 200);
  });
  app.openapi(giveGrantRoute, async (c) => {
    const { why, ...wish } = c.req.valid('json');
    const user = c.req.valid('param').id as UserId;
    const given = await once(c, wish, (ctx) => giveToMember(ctx, c.var.installation.auth.sql, { ...wish, user }, why));
    if (!given.ok) return refuse(c, given.failure);
    forgetAccess(c);
    const { grant, unchanged } = given.value;
    return c.answer(shownGrant(grant), unchanged ? 200 : 201, { etag: etagOf(grant.version) });
  });
  app.openapi(changeGrantRoute, async (c) => {
    const { lastDay, why } = c.req.valid('json');
    const changed = await changeGrantEnd(c.var.ctx, { ...(await onGrant(c, c.req.valid('param'))), version: versionOf(c.req.valid('header')['if-match']), lastDay }, why);
    if (!changed.ok) return refuse(c, changed.failure);
    forgetAccess(c);
    return c.answer(shownGrant(changed.value), 200, { etag: etagOf(changed.value.version) });
  });
  app.openapi(endGrantRoute, async (c) => {
    const ended = await endGrant(c.var.ctx, await onGrant(c, c.req.valid('param')));
    if (!ended.ok) return refuse(c, ended.failure);
    forgetAccess(c);
    return c.answer(shownGrant(ended.value), 200, { etag: etagOf(ended.value.version) });
  });
  app.openapi(listRolesRoute, (c) => {
    const listed = listRoles(c.var.ctx);
    if (!listed.ok) return refuse(c, listed.failure);
    return c.answer({ items: listed.value.map(({ permissions, gives, ...it }) => ({ ...it, permissions: [...permissions], gives: [...gives] })) }, 200);
  });
  app.openapi(resetUserSecondFactorRoute, async (c) => {
    const reset = await resetSecondFactorOf(c.var.ctx, c.var.installation.auth, c.req.valid('param').id as UserId, c.req.valid('json').why);
    return reset.ok ? raw(c.body(null, 204)) : refuse(c, reset.failure);
  });
  app.openapi(endUserSessionsRoute, async (c) => {
    const ended = await endSessionsOf(c.var.ctx, c.var.installation.auth, c.req.valid('param').id as UserId, c.req.valid('json').why);
    return ended.ok ? c.answer(ended.value, 200) : refuse(c, ended.failure);
  });
});
