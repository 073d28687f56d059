import { emailKeyOf, inviteUser as inviteAccount, type InviteUserFailure } from '@saubac/auth/accounts';
import type { Auth } from '@saubac/auth/context';
import { findAccountByEmail } from '@saubac/db/accounts';
import { fail, type Locale, ok, type Result, type UserId } from '@saubac/domain/values';

import { answering, type Ctx } from '../context/index.ts';
import { checkGrant, giveGrant, type GiveGrantFailure, type GivenGrant, type GrantInput } from './give-grant.ts';
import type { TenantUser } from './users.ts';

/** Somebody who shall enter the tenant with a role. `tenantName` as the mail shall say it. */
export type Invitation = Omit<GrantInput, 'user'> & { email: string; displayName: string; locale?: Locale | undefined; tenantName: string };
export type InvitationFailure = GiveGrantFailure | Exclude<InviteUserFailure, PasswordFault>;

type PasswordFault = { kind: `password-${string}` };

/** An invitation brings no password, so none can be refused. */
const withoutPassword = (failure: InviteUserFailure): Exclude<InviteUserFailure, PasswordFault> => {
  if (failure.kind === 'email-invalid' || failure.kind === 'display-name-blank' || failure.kind === 'account-disabled') return failure;
  throw new Error(`An invitation was refused for ${failure.kind}.`);
};

/** Fits no account: whoever has none yet is nobody who could give himself something. */
const nobody = '00000000-0000-0000-0000-000000000000' as UserId;

/**
 * Invites somebody into the tenant with a role: the account and the open door first, then the role. Whether the role may be given is asked
 * before anything is done, so that nobody is let in, or written to, by who may not.
 */
export const inviteUser = async (ctx: Ctx, auth: Auth, { email, displayName, locale, tenantName, ...grant }: Invitation, why?: string): Promise<Result<TenantUser, InvitationFailure>> => {
  const known = await findAccountByEmail(auth.sql, emailKeyOf(email));
  const allowed = await checkGrant(ctx, { ...grant, user: known?.id ?? nobody });
  if (!allowed.ok) return allowed;
  const invited = await inviteAccount(auth, { email, displayName, ...(locale ? { locale } : {}), tenant: { id: ctx.tenant.id, name: tenantName }, by: ctx.actor, now: ctx.now() });
  if (!invited.ok) return fail(withoutPassword(invited.failure));
  const { account } = invited.value;
  const withAccount = <F>(given: Result<GivenGrant, F>): Result<TenantUser, F> => (given.ok ? ok({ account, grants: [given.value.grant] }) : given);
  return withAccount(await giveGrant(answering<Result<GivenGrant, unknown>>(ctx, withAccount), { ...grant, user: account.id }, why));
};
