import { deleteExpiredAttempts, deleteExpiredSessions, deleteExpiredTokens } from '@saubac/db/accounts';
import type { Auth } from '../context/auth.ts';

/** Clears away what has expired: sessions, links, sign-ins that never came back, counters. For a schedule; nothing depends on it. */
export const clearExpired = async (auth: Pick<Auth, 'sql' | 'throttle'>, now: Date): Promise<{ sessions: number; links: number; signOns: number }> => {
  await auth.throttle.clear(now);
  return { sessions: await deleteExpiredSessions(auth.sql, now), links: await deleteExpiredTokens(auth.sql, now), signOns: await deleteExpiredAttempts(auth.sql, now) };
};
