import { credentialsOf, deleteSecondFactor, deleteSessions, forgetPassed, recordAccountEvent, replaceRecoveryCodes, type AccountActor, type Credentials, type PlatformTx } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { confirmPassword, type ConfirmFailure } from '../passwords/confirm-password.ts';
import type { Visitor } from '../sessions/read-session.ts';
import { newRecoveryCodes, recoveryDigest } from './recovery-code.ts';
import { signInRequirement } from './requirement.ts';

/** `second-factor-needed`: the password alone changes nothing about the second factor; it has to be passed first. */
export type OwnSecondFactorFailure = ConfirmFailure | { kind: 'second-factor-needed' } | { kind: 'no-second-factor' };
export type OwnSecondFactor = { visitor: Visitor; password: string; address: string | null; now: Date };

const confirmed = async (auth: Auth, { visitor, password, address }: OwnSecondFactor): Promise<Result<Credentials, OwnSecondFactorFailure>> => {
  if (signInRequirement(visitor, null) !== 'nothing') return fail({ kind: 'second-factor-needed' });
  const owner = await confirmPassword(auth, { user: visitor.user, password, address });
  if (!owner.ok) return owner;
  return owner.value.secondFactorConfirmed ? owner : fail({ kind: 'no-second-factor' });
};

const remove = async (auth: Auth, tx: PlatformTx, { id, email, displayName, locale }: Credentials, by: AccountActor, now: Date): Promise<boolean> => {
  if (!(await deleteSecondFactor(tx, id))) return false;
  await forgetPassed(tx, id);
  await recordAccountEvent(tx, { act: 'second-factor.removed', at: now, by, user: id });
  await auth.sendMail({ to: email, locale, template: 'second-factor-changed', params: { name: displayName } }, tx);
  return true;
};

/** Removes one's own second factor. Where a tenant asks for one, it has to be set up anew before entering it. */
export const removeSecondFactor = async (auth: Auth, input: OwnSecondFactor): Promise<Result<null, OwnSecondFactorFailure>> => {
  const owner = await confirmed(auth, input);
  if (!owner.ok) return owner;
  const { user } = input.visitor;
  const removed = await revoking(auth, { user }, (tx) => remove(auth, tx, owner.value, { id: user, label: 'user' }, input.now));
  return removed ? ok(null) : fail({ kind: 'no-second-factor' });
};

/** Gives ten new recovery codes, shown this once, in the place of those that there were. */
export const renewRecoveryCodes = async (auth: Auth, input: OwnSecondFactor): Promise<Result<string[], OwnSecondFactorFailure>> => {
  const owner = await confirmed(auth, input);
  if (!owner.ok) return owner;
  const { user } = input.visitor;
  const codes = newRecoveryCodes();
  await auth.sql.begin(async (tx) => {
    await replaceRecoveryCodes(tx, user, codes.map((it) => recoveryDigest(user, it)));
    await recordAccountEvent(tx, { act: 'second-factor.recovery-codes-renewed', at: input.now, by: { id: user, label: 'user' }, user });
  });
  return ok(codes);
};

/** Removes the second factor of somebody who has lost device and codes, on the operator's word that it is he. All sessions end. */
export const resetSecondFactor = async (auth: Auth, { user, by, now }: { user: UserId; by: AccountActor; now: Date }): Promise<Result<null, { kind: 'unknown-account' } | { kind: 'no-second-factor' }>> => {
  const found = await credentialsOf(auth.sql, user);
  if (!found) return fail({ kind: 'unknown-account' });
  const removed = await revoking(auth, { user }, async (tx) => {
    await deleteSessions(tx, user);
    return remove(auth, tx, found, by, now);
  });
  return removed ? ok(null) : fail({ kind: 'no-second-factor' });
};
