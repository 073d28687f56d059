import { credentialsOf, deleteSessions, deleteUserTokens, recordAccountEvent, setPasswordHash, spendUserToken, type Credentials, type TokenPurpose } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { checkPassword, type PasswordFault } from '../passwords/check-password.ts';
import { hashPassword } from '../passwords/hash-password.ts';
import type { TooManyAttempts } from '../throttle/index.ts';
import { digestOf } from '../tokens/index.ts';
import { holderOf, ownerOfLink } from './links.ts';

export type UseLink = { token: string; password: string; address: string | null; now: Date };

/** `link-not-valid`: used, replaced, expired or never made; which of these is nobody's business. */
export type UseLinkFailure = TooManyAttempts | PasswordFault | { kind: 'link-not-valid' };

/** Whose link it was. He signs in like everybody, with his second factor if he has one. */
export type LinkUsed = { user: UserId; email: string };

const ownerOf = async (auth: Auth, purpose: TokenPurpose, { token, now }: UseLink): Promise<Credentials | undefined> => {
  const user = await ownerOfLink(auth, token, purpose, now);
  const owner = user === undefined ? undefined : await credentialsOf(auth.sql, user);
  return owner?.status === (purpose === 'invitation' ? 'invited' : 'active') ? owner : undefined;
};

const useLink = async (auth: Auth, purpose: TokenPurpose, input: UseLink): Promise<Result<LinkUsed, UseLinkFailure>> => {
  const { token, password, address, now } = input;
  const attempt = await auth.throttle.attempt('token', { account: null, address });
  if (!attempt.ok) return attempt;
  const owner = await ownerOf(auth, purpose, input);
  if (!owner) return fail({ kind: 'link-not-valid' });
  const checked = checkPassword(password, owner.email);
  if (!checked.ok) return checked;
  const hash = await hashPassword(checked.value, auth.rules.passwordCost);
  const user = owner.id;
  const used = await revoking(auth, { user }, async (tx) => {
    if (!(await spendUserToken(tx, digestOf(token), purpose, now)) || !(await setPasswordHash(tx, user, hash))) return false;
    await deleteUserTokens(tx, user);
    const ended = await deleteSessions(tx, user);
    await recordAccountEvent(tx, { act: purpose === 'invitation' ? 'account.invitation-accepted' : 'password.reset', at: now, by: holderOf(user), user, details: { ended } });
    if (purpose === 'reset') await auth.sendMail({ to: owner.email, locale: owner.locale, template: 'password-changed', params: { name: owner.displayName } }, tx);
    return true;
  });
  if (!used) return fail({ kind: 'link-not-valid' });
  await attempt.value.succeeded();
  return ok({ user, email: owner.email });
};

/** Accepts an invitation with a first password: the account is active. */
export const acceptInvitation = (auth: Auth, input: UseLink): Promise<Result<LinkUsed, UseLinkFailure>> => useLink(auth, 'invitation', input);

/** Sets another password by the link of a reset. All sessions of the account end at once. */
export const completeReset = (auth: Auth, input: UseLink): Promise<Result<LinkUsed, UseLinkFailure>> => useLink(auth, 'reset', input);
