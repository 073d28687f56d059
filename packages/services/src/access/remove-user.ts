import { endMembership } from '@saubac/auth/accounts';
import type { Auth } from '@saubac/auth/context';
import { activeMembers, isMember } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { endAllGrants, type EndAllGrantsFailure } from './end-all-grants.ts';

/**
 * Removes somebody from the tenant: all his grants end, then his door closes. He loses everything at once, also with a session that is open.
 * His account stays, and what he did here goes on naming him.
 */
export const removeUser = async (ctx: Ctx, auth: Auth, user: UserId, why?: string): Promise<Result<{ ended: number }, EndAllGrantsFailure>> => {
  const ended = await endAllGrants(ctx, { user, activeUsers: await activeMembers(auth.sql, ctx.tenant.id) }, why);
  if (!ended.ok) return ended;
  if (!(await isMember(auth.sql, user, ctx.tenant.id))) return fail({ kind: 'unknown-user' });
  const closed = await endMembership(auth, { user, tenant: ctx.tenant.id, by: ctx.actor, now: ctx.now() });
  return closed.ok ? ok({ ended: ended.value.length }) : fail({ kind: 'unknown-user' });
};
