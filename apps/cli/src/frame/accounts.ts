import { emailKeyOf } from '@saubac/auth/accounts';
import { createAuth, type Auth } from '@saubac/auth/context';
import { findAccountByEmail, localAccessFeed, type Account } from '@saubac/db/accounts';
import type { Cluster } from '@saubac/db/cluster';
import { openJobs } from '@saubac/db/jobs';
import { mailSender } from '@saubac/db/mail';
import { fail, ok, type Result } from '@saubac/domain/values';
import { servingParts, withInstallation } from './installation.ts';
import type { Terminal } from './terminal.ts';

type Environment = Terminal['env'];

/** The accounts of the installation, for commands that send no mail. Processes that serve hear through the database what is changed. */
export const accountsOf = ({ registry, vault }: Pick<Cluster, 'registry' | 'vault'>): Auth =>
  createAuth({ sql: registry, vault, access: localAccessFeed(), sendMail: () => Promise.reject(new Error('This command sends no mail.')) });

/** The address at which users reach the product: SAUBAC_PUBLIC_URL, else this machine's. Links in mails begin with it. */
export const publicUrlOf = (env: Environment): string => (env['SAUBAC_PUBLIC_URL'] ?? `http://localhost:${env['PORT'] ?? '3000'}`).replace(/\/+$/, '');

/** An opened installation with its accounts, for commands that may send mails. */
export type Accounts = { cluster: Cluster; auth: Auth };

/** Opens the installation with its accounts, does something, and closes it whatever happens. Mails are queued; the worker sends them. */
export const withAccounts = <T>(env: Environment, work: (accounts: Accounts) => Promise<T>): Promise<T> =>
  withInstallation(env, async (cluster) => {
    const jobs = await openJobs(cluster.server, servingParts(env).login, { role: 'send', onFault: () => {} });
    try {
      const { registry: sql, vault } = cluster;
      return await work({ cluster, auth: createAuth({ sql, vault, access: localAccessFeed(), sendMail: mailSender(jobs, vault), rules: { publicUrl: publicUrlOf(env) } }) });
    } finally {
      await jobs.stop();
    }
  });

export type NoSuchAccount = { kind: 'no-such-account'; email: string };

/** The account of an address. */
export const accountAt = async ({ registry }: Pick<Cluster, 'registry'>, email: string): Promise<Result<Account, NoSuchAccount>> => {
  const account = await findAccountByEmail(registry, emailKeyOf(email));
  return account ? ok(account) : fail({ kind: 'no-such-account', email });
};
