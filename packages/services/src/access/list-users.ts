import { listGrants } from '@saubac/db/access';
import { type Forbidden, scopeContains } from '@saubac/domain/access';
import { ok, type Result, type UserId } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { scoped, topologyFor } from './scoped-grants.ts';
import { type ShownGrant, shownGrant } from './shown-grant.ts';

/** Somebody with the grants that the caller may see. */
export type UserGrants = { user: UserId; grants: ShownGrant[] };

/** `whole`: the caller sees users of the whole tenant, those without any grant too, of whom only the accounts know. */
export type ListedUsers = { whole: boolean; users: UserGrants[] };

/**
 * The users of the tenant by the roles they were given, ended ones too where asked for; names and addresses are with the accounts. Who
 * administers some units sees the grants that lie within them, and nobody else.
 */
export const listUsers = async (ctx: Ctx, { user, ended = false }: { user?: UserId | undefined; ended?: boolean | undefined } = {}): Promise<Result<ListedUsers, Forbidden>> => {
  const scope = permit(ctx, 'user.read');
  if (!scope.ok) return scope;
  const whole = scope.value.kind === 'everything';
  const all = (await listGrants(ctx.db, user === undefined ? 'all' : [user])).filter((it) => ended || (it.to > ctx.today && it.from < it.to));
  const topology = await topologyFor(ctx.db, whole ? [] : all);
  const seen = whole ? all : all.filter((it) => scopeContains(topology, scope.value, scoped(topology, it).scope, ctx.today));
  const byUser = Map.groupBy(seen, (it) => it.user);
  return ok({ whole, users: [...byUser].map(([id, grants]) => ({ user: id, grants: grants.map((it) => shownGrant(it, ctx.today)) })) });
};
