import { touchSession, type Door } from '@saubac/db/accounts';
import type { Locale, UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { digestOf } from '../tokens/index.ts';
import { isSessionToken, luciaAt } from './lucia.ts';

/** Who stands behind a request: the account of a session that is valid now, and the tenants it leads to. */
export type Visitor = {
  /** The session: the digest of its token. */
  session: string;
  user: UserId;
  email: string;
  displayName: string;
  locale: Locale;
  /** Only active accounts have sessions. */
  status: 'active';
  secondFactorPassed: boolean;
  secondFactorEnrolled: boolean;
  /** The tenant whose single sign-on opened the session, and which is then its only door. */
  throughTenant: string | null;
  /** Tenants with an active membership. What may be done there is a matter of the grants in each. */
  doors: readonly Door[];
  expiresAt: Date;
  /** The session was prolonged by this reading: a cookie that says until when it holds is due. */
  prolonged: boolean;
};

// Often enough for "last seen" in a list, seldom enough to cost nothing.
const lastSeenEveryMs = 300_000;

/** The visitor of a token, from the database; null if the token opens nothing. A session in its second half is prolonged by being read. */
export const readSession = async (auth: Pick<Auth, 'sql' | 'rules'>, token: string, now: Date): Promise<Visitor | null> => {
  if (!isSessionToken(token)) return null;
  const { session, user } = await luciaAt(auth.sql, now, auth.rules).validateSession(token);
  if (!session) return null;
  const it = user.of;
  const prolonged = session.fresh && it.expiresAt < it.endsAt;
  const id = digestOf(token);
  if (!prolonged && now.getTime() - it.lastSeenAt.getTime() > lastSeenEveryMs) await touchSession(auth.sql, id, now);
  const idleEnd = new Date(now.getTime() + auth.rules.sessionIdleMs);
  return {
    session: id,
    user: it.user,
    email: it.email,
    displayName: it.displayName,
    locale: it.locale,
    status: 'active',
    secondFactorPassed: it.secondFactorPassed,
    secondFactorEnrolled: it.secondFactorEnrolled,
    throughTenant: it.throughTenant,
    doors: it.doors,
    expiresAt: !prolonged ? it.expiresAt : idleEnd < it.endsAt ? idleEnd : it.endsAt,
    prolonged,
  };
};
