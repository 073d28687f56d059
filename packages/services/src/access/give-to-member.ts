import type { PlatformDb } from '@saubac/db/accounts';
import type { Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { giveGrant, type GiveGrantFailure, type GivenGrant, type GrantInput } from './give-grant.ts';
import { userOf } from './users.ts';

/** Gives a role to a user whom the caller sees: somebody else must be invited first. */
export const giveToMember = async (ctx: Ctx, sql: PlatformDb, input: GrantInput, why?: string): Promise<Result<GivenGrant, GiveGrantFailure | { kind: 'unknown-user' }>> => {
  const scope = permit(ctx, 'user.manage');
  if (!scope.ok) return scope;
  const found = await userOf(ctx, sql, input.user);
  return found.ok ? giveGrant(ctx, input, why) : found;
};
