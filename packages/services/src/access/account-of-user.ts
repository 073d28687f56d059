import type { Auth } from '@saubac/auth/context';
import { resetSecondFactor as resetOfAccount } from '@saubac/auth/second-factor';
import { endAllSessions } from '@saubac/auth/sessions';
import { type Account, listMemberships } from '@saubac/db/accounts';
import { listGrants } from '@saubac/db/access';
import { type Forbidden, mayGrant, type MayGrantFailure } from '@saubac/domain/access';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { giverIn, scoped } from './scoped-grants.ts';
import { isOver } from './set-ends.ts';
import { userOf } from './users.ts';

/** `own-sign-in`: one's own account is changed on one's own page. `account-elsewhere`: others rely on this account too, so no single tenant touches it. */
export type OnAccountFailure = Forbidden | MayGrantFailure | { kind: 'unknown-user' } | { kind: 'own-sign-in' } | { kind: 'account-elsewhere' };

/**
 * The account of a user, if the caller may touch how it is signed in to: he could take every role that it holds, and it opens this tenant
 * alone. Whoever could reset the account of somebody above him would be halfway into it.
 */
const touchable = async (ctx: Ctx, auth: Auth, user: UserId): Promise<Result<Account, OnAccountFailure>> => {
  const scope = permit(ctx, 'user.manage');
  if (!scope.ok) return scope;
  if (user === ctx.actor.id) return fail({ kind: 'own-sign-in' });
  const found = await userOf(ctx, auth.sql, user);
  if (!found.ok) return found;
  const grants = (await listGrants(ctx.db, [user])).filter((it) => !isOver(it, ctx.today));
  const { giver, topology } = await giverIn(ctx.db, ctx, grants);
  for (const grant of grants) {
    const may = mayGrant(topology, giver, scoped(topology, grant), ctx.today);
    if (!may.ok) return may;
  }
  const elsewhere = (await listMemberships(auth.sql, user)).some((it) => it.status === 'active' && it.tenant !== ctx.tenant.id);
  return elsewhere ? fail({ kind: 'account-elsewhere' }) : ok(found.value.account);
};

/**
 * Removes the second factor of a user who has lost his device and his codes. All his sessions end and he is told by mail; where the tenant
 * asks for a second factor he sets up another one before he enters.
 */
export const resetSecondFactorOf = async (ctx: Ctx, auth: Auth, user: UserId, why: string): Promise<Result<null, OnAccountFailure | { kind: 'no-second-factor' }>> => {
  const account = await touchable(ctx, auth, user);
  if (!account.ok) return account;
  if (account.value.secondFactorAt === null) return fail({ kind: 'no-second-factor' });
  return ctx.write<Result<null, OnAccountFailure | { kind: 'no-second-factor' }>>(async (_, record) => {
    const reset = await resetOfAccount(auth, { user, by: ctx.actor, now: ctx.now() });
    if (!reset.ok) return fail({ kind: reset.failure.kind === 'unknown-account' ? 'unknown-user' : 'no-second-factor' });
    await record({ act: 'second-factor.reset', subject: { kind: 'user', id: user } });
    return ok(null);
  }, why);
};

/** Ends all open sessions of a user, at once: he has to sign in again. Says how many there were. */
export const endSessionsOf = async (ctx: Ctx, auth: Auth, user: UserId, why?: string): Promise<Result<{ ended: number }, OnAccountFailure>> => {
  const account = await touchable(ctx, auth, user);
  if (!account.ok) return account;
  return ctx.write(async (_, record) => {
    const ended = await endAllSessions(auth, { user, by: ctx.actor, now: ctx.now() });
    await record({ act: 'user-sessions.ended', subject: { kind: 'user', id: user }, after: { ended } });
    return ok({ ended });
  }, why);
};
