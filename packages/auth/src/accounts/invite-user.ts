import { findAccountByEmail, recordAccountEvent, type Credentials, type PlatformTx } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { checkNewUser, ensureAccount, type CreatedUser, type CreateUserFailure, type NewUser } from './create-user.ts';
import { emailKeyOf } from './email.ts';
import { linkMail, makeLink, type Link } from './links.ts';

/** `tenant` as its id, with its name as the mail shall say it. */
export type InviteUser = Omit<NewUser, 'password' | 'tenant'> & { tenant?: { id: string; name: string } };
export type InviteUserFailure = CreateUserFailure | { kind: 'account-disabled' };

/** `link` is null where none is needed: the account is active already. It is for whoever hands it over himself; the mail holds it too. */
export type Invited = CreatedUser & { link: Link | null };

const invite = async (auth: Auth, tx: PlatformTx, { tenant, ...input }: InviteUser): Promise<Invited> => {
  const made = await ensureAccount(tx, { ...input, ...(tenant ? { tenant: tenant.id } : {}) }, null);
  const { account, entered } = made;
  const { by, now } = input;
  if (account.status === 'disabled') return { ...made, link: null };
  const into = tenant ? { tenant: tenant.name } : {};
  if (account.status === 'active') {
    if (entered) await auth.sendMail({ to: account.email, locale: account.locale, template: 'added-to-tenant', params: { name: account.displayName, link: auth.rules.publicUrl, ...into } }, tx);
    return { ...made, link: null };
  }
  const link = await makeLink(auth, tx, { user: account.id, purpose: 'invitation', now });
  await recordAccountEvent(tx, { act: 'account.invited', at: now, by, user: account.id, tenant: tenant?.id ?? null });
  await auth.sendMail(linkMail(account, 'invitation', link, into), tx);
  return { ...made, link };
};

/**
 * Invites somebody by mail, and opens a tenant's door. Who has an account already only hears that he may enter; who was invited before gets
 * another link, and the old one no longer works. A disabled account is not touched.
 */
export const inviteUser = async (auth: Auth, input: InviteUser): Promise<Result<Invited, InviteUserFailure>> => {
  const checked = checkNewUser(input);
  if (!checked.ok) return checked;
  const known = await findAccountByEmail(auth.sql, emailKeyOf(checked.value.email));
  if (known?.status === 'disabled') return fail({ kind: 'account-disabled' });
  const work = (tx: PlatformTx): Promise<Invited> => invite(auth, tx, { ...input, ...checked.value });
  return ok(known ? await revoking(auth, { user: known.id }, work) : ((await auth.sql.begin(work)) as Invited));
};

/** Sends an invitation once more, inside a transaction: to one who has lost it. */
export const inviteAgain = async (auth: Auth, tx: PlatformTx, user: Credentials, now: Date): Promise<void> => {
  await auth.sendMail(linkMail(user, 'invitation', await makeLink(auth, tx, { user: user.id, purpose: 'invitation', now })), tx);
};
