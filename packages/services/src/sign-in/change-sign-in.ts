import type { Auth } from '@saubac/auth/context';
import { changeSignInSettings, type ChangeSignInSettings, type ChangeSignInSettingsFailure, readSignInSettings, type SignInSettings } from '@saubac/auth/settings';
import { ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { permitSignIn, type ShowSignInFailure } from './show-sign-in.ts';

export type ChangeSignIn = Omit<ChangeSignInSettings, 'tenant' | 'by' | 'now'>;
export type ChangeSignInFailure = ShowSignInFailure | ChangeSignInSettingsFailure;

const recorded = ({ secondFactorRequired, connection }: SignInSettings) => ({ secondFactorRequired, connection });

/**
 * Changes how one signs in to the tenant, for everybody and at once. The settings stand with the accounts; the act is in the tenant's audit
 * too, so that those who answer for the tenant see it, with what was before and after but never the secret.
 */
export const changeSignIn = async (ctx: Ctx, auth: Auth, input: ChangeSignIn, why?: string): Promise<Result<SignInSettings, ChangeSignInFailure>> => {
  const permitted = permitSignIn(ctx);
  if (!permitted.ok) return permitted;
  const tenant = ctx.tenant.id;
  return ctx.write<Result<SignInSettings, ChangeSignInFailure>>(async (_, record) => {
    const before = await readSignInSettings(auth, tenant);
    const changed = await changeSignInSettings(auth, { ...input, tenant, by: ctx.actor, now: ctx.now() });
    if (!changed.ok) return changed;
    await record({ act: 'sign-in-settings.changed', subject: { kind: 'sign-in-settings' }, before: recorded(before), after: recorded(changed.value) });
    return ok(changed.value);
  }, why);
};
