import { credentialsByEmail, recordAccountEvent, replacePasswordHash, type Credentials } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import { emailKeyOf } from '../accounts/email.ts';
import type { Auth } from '../context/auth.ts';
import type { Client } from '../context/client.ts';
import { openSession, type OpenedSession } from '../sessions/open-session.ts';
import type { TooManyAttempts } from '../throttle/index.ts';
import { hashPassword, isOutdated, isPassword } from './hash-password.ts';

/** `next`: what is still to be done before the session leads anywhere. Tenants may ask for more: see `signInRequirement`. */
export type SignedIn = OpenedSession & { next: 'nothing' | 'second-factor' };

/** `account-disabled` is told only to one who knows the password. */
export type SignInFailure = TooManyAttempts | { kind: 'wrong-credentials' } | { kind: 'account-disabled' };

export type PasswordSignIn = { email: string; password: string; client: Client; now: Date };

// Written for an address without an account too: what is done must not tell whether there is one.
const recordRefusal = (auth: Auth, found: Credentials | undefined, now: Date, reason: string): Promise<void> =>
  recordAccountEvent(auth.sql, { act: 'sign-in.refused', at: now, by: { id: null, label: 'visitor' }, user: found?.id ?? null, details: { reason } });

/** Brings a hash of former parameters up to date, now that the password is at hand. */
const upgradeHash = async ({ sql, rules }: Auth, { id, passwordHash }: Credentials, password: string): Promise<void> => {
  if (passwordHash === null || !isOutdated(passwordHash, rules.passwordCost)) return;
  await replacePasswordHash(sql, id, passwordHash, await hashPassword(password, rules.passwordCost));
};

/**
 * Signs in with address and password. Attempts are counted by account and address, and answers and work are the same whether or not the
 * address has an account. With a second factor the session opens nothing before it was passed.
 */
export const signInWithPassword = async (auth: Auth, { email, password, client, now }: PasswordSignIn): Promise<Result<SignedIn, SignInFailure>> => {
  const emailKey = emailKeyOf(email);
  const attempt = await auth.throttle.attempt('sign-in', { account: emailKey, address: client.address });
  if (!attempt.ok) return attempt;
  const found = await credentialsByEmail(auth.sql, emailKey);
  if (!(await isPassword(found?.passwordHash ?? null, password, auth.rules.passwordCost)) || !found) {
    await recordRefusal(auth, found, now, 'wrong-credentials');
    return fail({ kind: 'wrong-credentials' });
  }
  if (found.status === 'disabled') {
    await recordRefusal(auth, found, now, 'account-disabled');
    return fail({ kind: 'account-disabled' });
  }
  await upgradeHash(auth, found, password);
  const opened = await openSession(auth, { user: found.id, client, now, secondFactorPassed: false, credentialsVersion: found.credentialsVersion, by: 'password' });
  if (!opened.ok) return fail({ kind: 'wrong-credentials' });
  await attempt.value.succeeded();
  return ok({ ...opened.value, next: found.secondFactorConfirmed ? 'second-factor' : 'nothing' });
};
