import { findAccountByEmail, localAccessFeed, type Account } from '@saubac/db/accounts';
import type { Cluster } from '@saubac/db/cluster';
import { emailKeyOf } from '@saubac/auth/accounts';
import { createAuth, type Auth } from '@saubac/auth/context';
import { fail, ok, type Result } from '@saubac/domain/values';

/** The accounts of the installation, for commands that send no mail. Processes that serve hear through the database what is changed. */
export const accountsOf = ({ registry, vault }: Pick<Cluster, 'registry' | 'vault'>): Auth =>
  createAuth({ sql: registry, vault, access: localAccessFeed(), sendMail: () => Promise.reject(new Error('This command sends no mail.')) });

export type NoSuchAccount = { kind: 'no-such-account'; email: string };

/** The account of an address. */
export const accountAt = async ({ registry }: Pick<Cluster, 'registry'>, email: string): Promise<Result<Account, NoSuchAccount>> => {
  const account = await findAccountByEmail(registry, emailKeyOf(email));
  return account ? ok(account) : fail({ kind: 'no-such-account', email });
};
