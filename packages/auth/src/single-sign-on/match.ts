import {
  credentialsByEmail,
  credentialsOf,
  insertIdentity,
  isMember,
  recordAccountEvent,
  updateStatus,
  userOfIdentity,
  type Credentials,
  type Identity,
  type PlatformTx,
  type StoredConnection,
} from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import { emailDomainOf, emailKeyOf } from '../accounts/email.ts';

/** What a provider says of who signed in. */
export type Claims = { subject: string; email: string | null; emailVerified: boolean };

/**
 * Why somebody whom the provider knows does not get in. `not-a-member`: there is no account, or it has no door here; which of these is not
 * told. `identity-taken`: the provider calls that account by another name already.
 */
export type MatchFailure =
  | { kind: 'email-not-verified' }
  | { kind: 'domain-not-allowed' }
  | { kind: 'not-a-member' }
  | { kind: 'account-disabled' }
  | { kind: 'identity-taken' };

type Found = Result<{ account: Credentials; known: boolean }, MatchFailure>;

const find = async (tx: PlatformTx, identity: Identity, { email, emailVerified }: Claims): Promise<Found> => {
  const user = await userOfIdentity(tx, identity);
  const account = user === undefined ? undefined : await credentialsOf(tx, user);
  if (account) return ok({ account, known: true });
  if (email === null || !emailVerified) return fail({ kind: 'email-not-verified' });
  const byEmail = await credentialsByEmail(tx, emailKeyOf(email));
  return byEmail ? ok({ account: byEmail, known: false }) : fail({ kind: 'not-a-member' });
};

/**
 * The account that a provider's claims stand for: by what the provider called it before, the first time by its verified address. It must
 * have a door of the tenant and an address in a domain that the connection names. An invited account is active by this.
 */
export const matchAccount = async (
  tx: PlatformTx,
  { tenant, connection: { issuer, emailDomains }, claims, now }: { tenant: string; connection: StoredConnection; claims: Claims; now: Date },
): Promise<Result<Credentials, MatchFailure>> => {
  const identity = { tenant, issuer, subject: claims.subject };
  const found = await find(tx, identity, claims);
  if (!found.ok) return found;
  const { account, known } = found.value;
  if (!(await isMember(tx, account.id, tenant))) return fail({ kind: 'not-a-member' });
  if (!emailDomains.includes(emailDomainOf(account.email))) return fail({ kind: 'domain-not-allowed' });
  if (account.status === 'disabled') return fail({ kind: 'account-disabled' });
  const by = { id: account.id, label: 'single-sign-on' };
  if (!known) {
    if (!(await insertIdentity(tx, identity, account.id, now))) return fail({ kind: 'identity-taken' });
    await recordAccountEvent(tx, { act: 'single-sign-on.identity-linked', at: now, by, user: account.id, tenant });
  }
  if (account.status === 'active') return ok(account);
  await updateStatus(tx, account.id, ['invited'], 'active');
  await recordAccountEvent(tx, { act: 'account.invitation-accepted', at: now, by, user: account.id, tenant });
  return ok((await credentialsOf(tx, account.id)) ?? account);
};
