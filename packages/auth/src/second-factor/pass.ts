import { countRecoveryCodes, credentialsOf, recordAccountEvent, spendRecoveryCode, takeStep, type AccountAct, type Credentials } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { renewSession, type OpenedSession } from '../sessions/index.ts';
import type { Visitor } from '../sessions/read-session.ts';
import type { TooManyAttempts } from '../throttle/index.ts';
import { secretPlace } from './enrol.ts';
import { recoveryDigest } from './recovery-code.ts';
import { isTotpCode, stepOfCode } from './totp.ts';

export type PassSecondFactor = { visitor: Visitor; /** Of the app, or a recovery code. */ code: string; address: string | null; now: Date };
export type PassSecondFactorFailure = TooManyAttempts | { kind: 'wrong-code' } | { kind: 'no-second-factor' } | { kind: 'no-session' };

/** The session with another token. `recoveryCodesLeft` is there if one of them was used: its owner should know. */
export type Passed = OpenedSession & { recoveryCodesLeft?: number };

/** Takes a code, so that it is never taken again: true if it was right. */
const takeCode = async (auth: Auth, { id, totpCiphertext }: Credentials, code: string, now: Date): Promise<boolean> => {
  if (totpCiphertext === null) return false;
  if (!isTotpCode(code)) return spendRecoveryCode(auth.sql, id, recoveryDigest(id, code), now);
  const step = stepOfCode(auth.vault.open(totpCiphertext, secretPlace(id)), code, now);
  return step !== null && takeStep(auth.sql, id, step);
};

/** The second step of a sign-in: a code of the app, each of which works once, or a recovery code. */
export const passSecondFactor = async (auth: Auth, { visitor: { user, session }, code, address, now }: PassSecondFactor): Promise<Result<Passed, PassSecondFactorFailure>> => {
  const attempt = await auth.throttle.attempt('second-factor', { account: user, address });
  if (!attempt.ok) return attempt;
  const found = await credentialsOf(auth.sql, user);
  if (!found?.secondFactorConfirmed) return fail({ kind: 'no-second-factor' });
  const record = (act: AccountAct): Promise<void> => recordAccountEvent(auth.sql, { act, at: now, by: { id: user, label: 'user' }, user });
  if (!(await takeCode(auth, found, code, now))) {
    await record('second-factor.code-refused');
    return fail({ kind: 'wrong-code' });
  }
  const renewed = await renewSession(auth, { session, now, secondFactorPassed: true, credentialsVersion: found.credentialsVersion });
  if (!renewed.ok) return fail({ kind: 'no-session' });
  await attempt.value.succeeded();
  if (isTotpCode(code)) return renewed;
  await record('second-factor.recovery-code-used');
  return ok({ ...renewed.value, recoveryCodesLeft: await countRecoveryCodes(auth.sql, user) });
};
