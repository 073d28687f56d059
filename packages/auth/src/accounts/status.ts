import { deleteSessions, findAccount, recordAccountEvent, updateProfile, updateStatus, type Account, type AccountActor, type PlatformTx } from '@saubac/db/accounts';
import { fail, ok, type Locale, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';

export type OnAccount = { user: UserId; by: AccountActor; now: Date };
export type UnknownAccount = { kind: 'unknown-account' };

const changed = async (tx: PlatformTx, user: UserId, account: Account | undefined, already: Account['status']): Promise<Result<Account, UnknownAccount>> => {
  const now = account ?? (await findAccount(tx, user));
  return now && (account || now.status === already) ? ok(now) : fail({ kind: 'unknown-account' });
};

/** Closes an account everywhere: it can no longer sign in and all its sessions end at once. Doing it twice is doing it once. */
export const disableUser = (auth: Auth, { user, by, now }: OnAccount): Promise<Result<Account, UnknownAccount>> =>
  revoking(auth, { user }, async (tx) => {
    const account = await updateStatus(tx, user, ['invited', 'active'], 'disabled');
    if (account) {
      const ended = await deleteSessions(tx, user);
      await recordAccountEvent(tx, { act: 'account.disabled', at: now, by, user, details: { ended } });
    }
    return changed(tx, user, account, 'disabled');
  });

/** Opens a closed account again: active if it has a password, else it waits for its owner as a new one does. No session comes back. */
export const enableUser = (auth: Auth, { user, by, now }: OnAccount): Promise<Result<Account, UnknownAccount>> =>
  revoking(auth, { user }, async (tx) => {
    const before = await findAccount(tx, user);
    const account = before?.status === 'disabled' ? await updateStatus(tx, user, ['disabled'], before.hasPassword ? 'active' : 'invited') : undefined;
    if (account) {
      await deleteSessions(tx, user);
      await recordAccountEvent(tx, { act: 'account.enabled', at: now, by, user });
    }
    return changed(tx, user, account, before?.status ?? 'active');
  });

export type ChangeProfile = OnAccount & { displayName: string; locale: Locale; version: number };
export type ChangeProfileFailure = UnknownAccount | { kind: 'display-name-blank' } | { kind: 'changed-meanwhile'; yours: Pick<Account, 'displayName' | 'locale' | 'version'>; current: Account };

/** Changes name and language of an account, based on a version of it. */
export const changeProfile = (auth: Auth, { user, by, now, displayName, locale, version }: ChangeProfile): Promise<Result<Account, ChangeProfileFailure>> =>
  revoking<Result<Account, ChangeProfileFailure>>(auth, { user }, async (tx) => {
    const name = displayName.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim();
    if (name === '') return fail({ kind: 'display-name-blank' });
    const account = await updateProfile(tx, user, { displayName: name, locale, version });
    if (account) {
      await recordAccountEvent(tx, { act: 'account.profile-changed', at: now, by, user });
      return ok(account);
    }
    const current = await findAccount(tx, user);
    return fail(current ? { kind: 'changed-meanwhile', yours: { displayName: name, locale, version }, current } : { kind: 'unknown-account' });
  });
