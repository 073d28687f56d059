import type { Auth } from '@saubac/auth/context';
import { readSignInSettings, type SignInSettings } from '@saubac/auth/settings';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** `outside-your-units`: how one signs in concerns everybody, so the permission for some units is not enough. */
export type ShowSignInFailure = Forbidden | { kind: 'outside-your-units' };

/** Whether the caller decides how everybody signs in to the tenant. */
export const permitSignIn = (ctx: Ctx): Result<null, ShowSignInFailure> => {
  const scope = permit(ctx, 'sign-in.manage');
  if (!scope.ok) return scope;
  return scope.value.kind === 'everything' ? ok(null) : fail({ kind: 'outside-your-units' });
};

/** How one signs in to the tenant; the secret of a single sign-on is not among it. */
export const showSignIn = async (ctx: Ctx, auth: Auth): Promise<Result<SignInSettings, ShowSignInFailure>> => {
  const permitted = permitSignIn(ctx);
  return permitted.ok ? ok(await readSignInSettings(auth, ctx.tenant.id)) : permitted;
};
