import { localAccessFeed, openAccessFeed, type AccessFeed, type Account } from '@saubac/db/accounts';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { createUser } from '../src/accounts/index.ts';
import { createAuth, type Auth, type AuthRules } from '../src/context/index.ts';
import type { Mail } from '../src/mail/index.ts';

/** A database of a test file with what accounts need, and the mails that were queued. */
export type TestAuth = {
  cluster: TestCluster;
  auth: Auth;
  mails: Mail[];
  /** The ids of the tenants alpha and beta. */
  alpha: string;
  beta: string;
  /** Another process over the same database: its own feed, its own connection. */
  another: () => Promise<Auth>;
  /** An active account with a password and the doors given. */
  user: (email: string, ...tenants: string[]) => Promise<Account>;
  close: () => Promise<void>;
};

export const operator = { id: null, label: 'operator' } as const;
export const password = 'ngua chay tren de';
export const noon = new Date('2026-03-02T05:00:00Z');
export const client = { address: '203.0.113.7', userAgent: 'Firefox' };

/** A moment some minutes after noon. */
export const after = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);

// The least that argon2 takes, and no waiting: what is tested does not depend on them.
const testRules = { passwordCost: { memoryCost: 8, timeCost: 1, parallelism: 1 }, evenAnswerMs: 0, publicUrl: 'https://example.test' } as const;

export const openTestAuth = async (rules: Partial<AuthRules> = {}): Promise<TestAuth> => {
  const cluster = await cloneDatabase();
  const mails: Mail[] = [];
  const feeds: AccessFeed[] = [];
  const sendMail = (mail: Mail): Promise<void> => {
    mails.push(mail);
    return Promise.resolve();
  };
  const authWith = (access: AccessFeed): Auth => {
    feeds.push(access);
    return createAuth({ sql: cluster.registry, vault: cluster.vault, access, sendMail, rules: { ...testRules, ...rules } });
  };
  const auth = authWith(localAccessFeed());
  const [alpha, beta] = await cluster.tenants();
  if (!alpha || !beta) throw new Error('The test tenants are missing.');
  return {
    cluster,
    auth,
    mails,
    alpha: alpha.id,
    beta: beta.id,
    another: async () => authWith(await openAccessFeed(cluster.registry)),
    user: async (email, ...tenants) => {
      for (const tenant of tenants.length > 0 ? tenants : [undefined]) {
        const made = await createUser(auth, { email, displayName: email, password, by: operator, now: noon, ...(tenant === undefined ? {} : { tenant }) });
        if (!made.ok) throw new Error(made.failure.kind);
        if (tenant === tenants.at(-1)) return made.value.account;
      }
      throw new Error('unreachable');
    },
    close: async () => {
      await Promise.all(feeds.map((feed) => feed.close()));
      await cluster.close();
    },
  };
};

/** The value of something that must have gone through. */
export const valueOf = <T>(result: { ok: true; value: T } | { ok: false; failure: { kind: string } }): T => {
  if (!result.ok) throw new Error(`Refused: ${result.failure.kind}`);
  return result.value;
};
