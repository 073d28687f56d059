import { credentialsOf, deleteSessions, recordAccountEvent, setPasswordHash, type AccountActor, type Credentials, type PlatformTx } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { signInRequirement } from '../second-factor/requirement.ts';
import type { Visitor } from '../sessions/read-session.ts';
import { checkPassword, type PasswordFault } from './check-password.ts';
import { confirmPassword, type ConfirmFailure } from './confirm-password.ts';
import { hashPassword } from './hash-password.ts';

export type SetPassword = { account: Pick<Credentials, 'id' | 'email' | 'displayName' | 'locale'>; hash: string; but: string | null; by: AccountActor; now: Date };

/** Sets a hash, ends the sessions (but one) and tells the owner by mail; inside a transaction of `revoking`. False if the account is disabled. */
export const writePassword = async (auth: Auth, tx: PlatformTx, { account, hash, but, by, now }: SetPassword): Promise<boolean> => {
  if (!(await setPasswordHash(tx, account.id, hash))) return false;
  const ended = await deleteSessions(tx, account.id, but);
  await recordAccountEvent(tx, { act: 'password.changed', at: now, by, user: account.id, details: { ended } });
  await auth.sendMail({ to: account.email, locale: account.locale, template: 'password-changed', params: { name: account.displayName } }, tx);
  return true;
};

export type ChangePassword = { visitor: Visitor; current: string; password: string; address: string | null; now: Date };
export type ChangePasswordFailure = ConfirmFailure | PasswordFault | { kind: 'second-factor-needed' };

/** Changes one's own password; the session stays, all the others end at once. */
export const changePassword = async (auth: Auth, { visitor, current, password, address, now }: ChangePassword): Promise<Result<null, ChangePasswordFailure>> => {
  if (signInRequirement(visitor, null) !== 'nothing') return fail({ kind: 'second-factor-needed' });
  const { user, session } = visitor;
  const confirmed = await confirmPassword(auth, { user, password: current, address });
  if (!confirmed.ok) return confirmed;
  const checked = checkPassword(password, confirmed.value.email);
  if (!checked.ok) return checked;
  const hash = await hashPassword(checked.value, auth.rules.passwordCost);
  const written = await revoking(auth, { user }, (tx) => writePassword(auth, tx, { account: confirmed.value, hash, but: session, by: { id: user, label: 'user' }, now }));
  return written ? ok(null) : fail({ kind: 'unknown-account' });
};

export type OperatorPassword = { user: UserId; password: string; by: AccountActor; now: Date };

/** Sets a password without knowing the old one: the operator's way back in. All sessions end. */
export const setPassword = async (auth: Auth, { user, password, by, now }: OperatorPassword): Promise<Result<null, PasswordFault | { kind: 'unknown-account' } | { kind: 'account-disabled' }>> => {
  const account = await credentialsOf(auth.sql, user);
  if (!account) return fail({ kind: 'unknown-account' });
  const checked = checkPassword(password, account.email);
  if (!checked.ok) return checked;
  const hash = await hashPassword(checked.value, auth.rules.passwordCost);
  const written = await revoking(auth, { user }, (tx) => writePassword(auth, tx, { account, hash, but: null, by, now }));
  return written ? ok(null) : fail({ kind: 'account-disabled' });
};
