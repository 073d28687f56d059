import { createAuth, type Auth } from '@saubac/auth/context';
import { findAccountByEmail, localAccessFeed, type Account } from '@saubac/db/accounts';
import { emailKeyOf } from '@saubac/auth/accounts';
import type { Cluster } from '@saubac/db/cluster';
import { openJobs } from '@saubac/db/jobs';
import { mailSender } from '@saubac/db/mail';
import { fail, ok, type Result } from '@saubac/domain/values';
import { servingParts, withInstallation } from './installation.ts';
import type { Terminal } from './terminal.ts';

type Environment = Terminal['env'];

/** The address at which users reach the product: SAUBAC_PUBLIC_URL, else this machine's. Links in mails begin with it. */
export const publicUrlOf = (env: Environment): string => (env['SAUBAC_PUBLIC_URL'] ?? `http://localhost:${env['PORT'] ?? '3000'}`).replace(/\/+$/, '');

/** An opened installation with its accounts. Mails are queued; the worker sends them. */
export type Accounts = { cluster: Cluster; auth: Auth };

/** Opens the installation with its accounts, does something, and closes it whatever happens. Servers that run are told of it. */
export const withAccounts = <T>(env: Environment, work: (accounts: Accounts) => Promise<T>): Promise<T> =>
  withInstallation(env, async (cluster) => {
    const jobs = await openJobs(cluster.server, servingParts(env).login, { role: 'send', onFault: () => {} });
    try {
      const auth = createAuth({
        sql: cluster.registry,
        vault: cluster.vault,
        access: localAccessFeed(),
        sendMail: mailSender(jobs, cluster.vault),
        rules: { publicUrl: publicUrlOf(env) },
      });
      return await work({ cluster, auth });
    } finally {
      await jobs.stop();
    }
  });

export type NoAccount = { kind: 'no-account-for-email'; email: string };

/** The account of an address. */
export const accountOf = async ({ auth }: Accounts, email: string): Promise<Result<Account, NoAccount>> => {
  const account = await findAccountByEmail(auth.sql, emailKeyOf(email));
  return account ? ok(account) : fail({ kind: 'no-account-for-email', email });
};
