import { confirmSecret, credentialsOf, putProvisionalSecret, recordAccountEvent, replaceRecoveryCodes, type Credentials } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { confirmPassword, type ConfirmFailure } from '../passwords/confirm-password.ts';
import type { Visitor } from '../sessions/read-session.ts';
import { renewSession, type OpenedSession } from '../sessions/index.ts';
import type { TooManyAttempts } from '../throttle/index.ts';
import { newRecoveryCodes, recoveryDigest } from './recovery-code.ts';
import { newSecret, secretUri, stepOfCode } from './totp.ts';

/** What the secret of a second factor is bound to: another account's does not open it. */
export const secretPlace = (user: UserId): string => `totp:${user}`;

export type BeginEnrolment = { visitor: Visitor; /** Null for an account that has none. */ password: string | null; address: string | null; now: Date };
export type BeginEnrolmentFailure = ConfirmFailure | { kind: 'second-factor-in-force' };

const confirmOwner = async (auth: Auth, found: Credentials, { password, address }: BeginEnrolment): Promise<Result<Credentials, ConfirmFailure>> =>
  found.passwordHash === null ? ok(found) : confirmPassword(auth, { user: found.id, password: password ?? '', address });

/**
 * Makes a provisional secret, shown this once as text and as what an app reads. Nothing is in force before a code of it was given. Asks
 * for the password, if there is one: whoever finds a session open must not lock its owner out.
 */
export const beginEnrolment = async (auth: Auth, input: BeginEnrolment): Promise<Result<{ secret: string; uri: string }, BeginEnrolmentFailure>> => {
  const found = await credentialsOf(auth.sql, input.visitor.user);
  if (!found) return fail({ kind: 'unknown-account' });
  if (found.secondFactorConfirmed) return fail({ kind: 'second-factor-in-force' });
  const confirmed = await confirmOwner(auth, found, input);
  if (!confirmed.ok) return confirmed;
  const secret = newSecret();
  const put = await putProvisionalSecret(auth.sql, found.id, auth.vault.seal(secret, secretPlace(found.id)));
  return put ? ok({ secret, uri: secretUri(secret, found.email) }) : fail({ kind: 'second-factor-in-force' });
};

export type ConfirmEnrolment = { visitor: Visitor; code: string; address: string | null; now: Date };
export type ConfirmEnrolmentFailure = TooManyAttempts | { kind: 'wrong-code' } | { kind: 'no-enrolment' } | { kind: 'no-session' };

/** A second factor is in force. The codes are shown this once; the session has another token and has passed. */
export type Enrolled = { recoveryCodes: string[]; session: OpenedSession };

/** Puts the second factor into force by its first code. Other sessions of the account have from now on to pass it. */
export const confirmEnrolment = async (auth: Auth, { visitor: { user, session }, code, address, now }: ConfirmEnrolment): Promise<Result<Enrolled, ConfirmEnrolmentFailure>> => {
  const attempt = await auth.throttle.attempt('second-factor', { account: user, address });
  if (!attempt.ok) return attempt;
  const found = await credentialsOf(auth.sql, user);
  if (!found?.totpCiphertext || found.secondFactorConfirmed) return fail({ kind: 'no-enrolment' });
  const { totpCiphertext: ciphertext, email, displayName, locale } = found;
  const step = stepOfCode(auth.vault.open(ciphertext, secretPlace(user)), code, now);
  if (step === null) return fail({ kind: 'wrong-code' });
  const recoveryCodes = newRecoveryCodes();
  const confirmed = await revoking(auth, { user }, async (tx) => {
    if (!(await confirmSecret(tx, user, { ciphertext, step, now }))) return false;
    await replaceRecoveryCodes(tx, user, recoveryCodes.map((it) => recoveryDigest(user, it)));
    await recordAccountEvent(tx, { act: 'second-factor.enrolled', at: now, by: { id: user, label: 'user' }, user });
    await auth.sendMail({ to: email, locale, template: 'second-factor-changed', params: { name: displayName } }, tx);
    return true;
  });
  if (!confirmed) return fail({ kind: 'no-enrolment' });
  await attempt.value.succeeded();
  const renewed = await renewSession(auth, { session, now, secondFactorPassed: true });
  return renewed.ok ? ok({ recoveryCodes, session: renewed.value }) : fail({ kind: 'no-session' });
};
