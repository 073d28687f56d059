import { findAccountByEmail, insertAccount, openMembership, recordAccountEvent, type Account, type AccountActor, type PlatformTx } from '@saubac/db/accounts';
import { fail, ok, type Locale, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { checkPassword, type PasswordFault } from '../passwords/check-password.ts';
import { hashPassword } from '../passwords/hash-password.ts';
import { emailKeyOf, parseEmail } from './email.ts';

export type NewUser = {
  email: string;
  displayName: string;
  locale?: Locale;
  /** With a password the account is active at once; without one it waits for an invitation to be accepted or a single sign-on. */
  password?: string;
  /** The id of a tenant whose door is opened too. */
  tenant?: string;
  by: AccountActor;
  now: Date;
};

export type CreateUserFailure = { kind: 'email-invalid' } | { kind: 'display-name-blank' } | PasswordFault;

/** `created`: whether there was no such account. `entered`: whether the door of the tenant was closed before. */
export type CreatedUser = { account: Account; created: boolean; entered: boolean };

/** Finds the account of an address or adds it, and opens the door of a tenant, in a transaction. */
export const ensureAccount = async (tx: PlatformTx, { email, displayName, locale = 'vi', tenant, by, now }: NewUser, passwordHash: string | null): Promise<CreatedUser> => {
  const inserted = await insertAccount(tx, { email, emailKey: emailKeyOf(email), displayName, locale, passwordHash, status: passwordHash === null ? 'invited' : 'active', now });
  const account = inserted ?? (await findAccountByEmail(tx, emailKeyOf(email)));
  if (!account) throw new Error('An account is neither there nor could it be added.');
  if (inserted) await recordAccountEvent(tx, { act: 'account.created', at: now, by, user: account.id });
  const entered = tenant !== undefined && (await openMembership(tx, account.id, tenant, now));
  if (entered) await recordAccountEvent(tx, { act: 'membership.opened', at: now, by, user: account.id, tenant });
  return { account, created: inserted !== undefined, entered };
};

/** What a new account is checked for; gives the address and the name as they are kept. */
export const checkNewUser = ({ email, displayName }: Pick<NewUser, 'email' | 'displayName'>): Result<{ email: string; displayName: string }, CreateUserFailure> => {
  const parsed = parseEmail(email);
  if (parsed === undefined) return fail({ kind: 'email-invalid' });
  const name = displayName.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return name === '' ? fail({ kind: 'display-name-blank' }) : ok({ email: parsed, displayName: name });
};

/**
 * Makes an account, or finds the one of the address and leaves it as it is (its name and password too); a tenant's door is opened either
 * way. Doing it twice is doing it once.
 */
export const createUser = async (auth: Auth, input: NewUser): Promise<Result<CreatedUser, CreateUserFailure>> => {
  const checked = checkNewUser(input);
  if (!checked.ok) return checked;
  const password = input.password === undefined ? ok(null) : checkPassword(input.password, checked.value.email);
  if (!password.ok) return password;
  const hash = password.value === null ? null : await hashPassword(password.value, auth.rules.passwordCost);
  const known = await findAccountByEmail(auth.sql, emailKeyOf(checked.value.email));
  const make = (tx: PlatformTx): Promise<CreatedUser> => ensureAccount(tx, { ...input, ...checked.value }, hash);
  return ok(known ? await revoking(auth, { user: known.id }, make) : ((await auth.sql.begin(make)) as CreatedUser));
};
