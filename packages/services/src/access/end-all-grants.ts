import { listGrants, takeTurn } from '@saubac/db/access';
import { type Forbidden, type MayGrantFailure, permitted, scopeContains } from '@saubac/domain/access';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { giverIn, scoped } from './scoped-grants.ts';
import { endNow, isOver, setEnds, type WithActiveUsers } from './set-ends.ts';
import type { ShownGrant } from './shown-grant.ts';

export type EndAllGrantsFailure = Forbidden | MayGrantFailure | { kind: 'unknown-user' } | { kind: 'last-administrator' };

/**
 * Takes back every grant that somebody holds or is to hold, all of them or none: with the end of his membership he has lost everything in the
 * tenant. Who administers some units only removes nobody who has grants elsewhere.
 */
export const endAllGrants = async (ctx: Ctx, { user, activeUsers }: WithActiveUsers & { user: UserId }, why?: string): Promise<Result<ShownGrant[], EndAllGrantsFailure>> => {
  const scope = permitted(ctx.access, 'user.manage');
  const own = user === ctx.actor.id;
  if (!own && !scope.ok) return scope;
  return ctx.write(async (tx, record): Promise<Result<ShownGrant[], EndAllGrantsFailure>> => {
    await takeTurn(tx);
    const grants = (await listGrants(tx, [user])).filter((it) => !isOver(it, ctx.today));
    const whole = own || (scope.ok && scope.value.kind === 'everything');
    const { topology } = whole ? { topology: undefined } : await giverIn(tx, ctx, grants);
    const isSeen = (it: (typeof grants)[number]): boolean => topology === undefined || (scope.ok && scopeContains(topology, scope.value, scoped(topology, it).scope, ctx.today));
    if (!whole && !grants.some(isSeen)) return fail({ kind: 'unknown-user' });
    if (!grants.every(isSeen)) return fail({ kind: 'outside-your-units' });
    return grants.length === 0 ? ok([]) : setEnds({ tx, record, ctx }, grants.map((grant) => ({ grant, ...endNow(grant, ctx.today) })), activeUsers);
  }, why);
};
