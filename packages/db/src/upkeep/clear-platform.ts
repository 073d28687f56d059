import type postgres from 'postgres';
import { deleteExpiredSessions } from '../accounts/index.ts';

/** How long the digest of a link is kept after it expired, so that “expired” can be told from “never there”. */
const tokenDays = 7;

/** Takes away what is spent of accounts: sessions, links of mails, sign-ins at identity providers, counters of attempts. */
export const clearPlatform = async (registry: postgres.Sql, now: Date): Promise<Record<'sessions' | 'tokens' | 'ssoAttempts' | 'rateLimits', number>> => {
  const at = now.toISOString();
  return {
    sessions: await deleteExpiredSessions(registry, now),
    tokens: (await registry`delete from platform.user_tokens where expires_at < ${at}::timestamptz - make_interval(days => ${tokenDays})`).count,
    ssoAttempts: (await registry`delete from platform.sso_attempts where expires_at < ${at}`).count,
    rateLimits: (await registry`delete from platform.rate_limits where expire < ${now.getTime()}`).count,
  };
};
