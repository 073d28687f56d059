import { credentialsOf, type Credentials } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import type { TooManyAttempts } from '../throttle/index.ts';
import { isPassword } from './hash-password.ts';

export type ConfirmFailure = TooManyAttempts | { kind: 'wrong-password' } | { kind: 'unknown-account' };

/** Asks the user of a session for his password once more, counted like a sign-in: a stolen session must not try passwords. */
export const confirmPassword = async (auth: Auth, { user, password, address }: { user: UserId; password: string; address: string | null }): Promise<Result<Credentials, ConfirmFailure>> => {
  const attempt = await auth.throttle.attempt('sign-in', { account: user, address });
  if (!attempt.ok) return attempt;
  const found = await credentialsOf(auth.sql, user);
  if (!found) return fail({ kind: 'unknown-account' });
  if (!(await isPassword(found.passwordHash, password, auth.rules.passwordCost))) return fail({ kind: 'wrong-password' });
  await attempt.value.succeeded();
  return ok(found);
};
