import type { AccessFeed, PlatformDb } from '@saubac/db/accounts';
import type { Vault } from '@saubac/db/tenancy';
import type { SendMail } from '../mail/index.ts';
import { createThrottle, type Throttle } from '../throttle/index.ts';
import { defaultRules, type AuthRules } from './rules.ts';

/** What every function of accounts and sign-in is given. */
export type Auth = {
  /** The serving role's client. */
  sql: PlatformDb;
  /** The key of the installation. */
  vault: Vault;
  /** Where a change of access is told and heard. */
  access: AccessFeed;
  throttle: Throttle;
  sendMail: SendMail;
  rules: AuthRules;
};

export type AuthParts = Pick<Auth, 'sql' | 'vault' | 'access' | 'sendMail'> & { rules?: Partial<AuthRules> };

/** Puts together what the functions of this package need. Whoever opened the feed closes it. */
export const createAuth = ({ sql, vault, access, sendMail, rules = {} }: AuthParts): Auth => ({
  sql,
  vault,
  access,
  sendMail,
  throttle: createThrottle(sql),
  rules: { ...defaultRules, ...rules },
});
