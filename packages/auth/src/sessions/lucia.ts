import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessions,
  findSession,
  insertSession,
  listSessions,
  prolongSession,
  type PlatformSql,
  type SessionWithUser,
  type StoredSession,
} from '@saubac/db/accounts';
import type { UserId as AccountId } from '@saubac/domain/values';
import type { AuthRules } from '../context/rules.ts';
import { digestOf } from '../tokens/index.ts';

/** What we keep of a session beside what lucia knows of it. `credentialsVersion`: of the credentials it is opened with, null if they are not looked at. */
type Kept = Omit<StoredSession, 'id' | 'user' | 'expiresAt'> & { credentialsVersion?: number | null };

declare module 'lucia' {
  // The library's own way to learn the types.
  interface Register {
    Lucia: Lucia<{ kept: Kept }, { of: SessionWithUser }>;
    UserId: AccountId;
    DatabaseSessionAttributes: { kept: Kept };
    DatabaseUserAttributes: { of: SessionWithUser };
  }
}

/** Thrown through lucia where an account is not active or its credentials have changed; turned into a value by whoever opens. */
export class SessionRefused extends Error {}

/**
 * The seven functions that lucia asks for. Two things stand between it and the table: its session id is the token itself, of which we
 * keep the digest; and it reads the clock, while our moments are given, so that its times are moved by the difference.
 */
const adapterAt = (sql: PlatformSql, now: Date): Adapter => {
  const ahead = now.getTime() - Date.now();
  const ours = (moment: Date): Date => new Date(moment.getTime() + ahead);
  const lucias = (moment: Date): Date => new Date(moment.getTime() - ahead);
  const told = ({ id, user, expiresAt, ...kept }: StoredSession): DatabaseSession => ({ id, userId: user, expiresAt: lucias(expiresAt), attributes: { kept } });
  // Where the last moment of a session is reached, there is nothing left to prolong.
  let atItsEnd = false;

  return {
    getSessionAndUser: async (token) => {
      const found = await findSession(sql, digestOf(token));
      if (!found) return [null, null];
      atItsEnd = found.expiresAt >= found.endsAt;
      const session = { ...told(found), id: token };
      return [session, found.status === 'active' ? { id: found.user, attributes: { of: found } } : null];
    },
    getUserSessions: async (user) => (await listSessions(sql, user)).map(told),
    setSession: async ({ id: token, userId, expiresAt, attributes: { kept } }) => {
      const { credentialsVersion = null, ...stored } = kept;
      const added = await insertSession(sql, { ...stored, id: digestOf(token), user: userId, expiresAt: ours(expiresAt) }, credentialsVersion);
      if (!added) throw new SessionRefused();
    },
    updateSessionExpiration: async (token, expiresAt) => {
      if (!atItsEnd) await prolongSession(sql, digestOf(token), ours(expiresAt), now);
    },
    deleteSession: async (token) => {
      await deleteSession(sql, digestOf(token));
    },
    deleteUserSessions: async (user) => {
      await deleteSessions(sql, user);
    },
    deleteExpiredSessions: async () => {
      await deleteExpiredSessions(sql, now);
    },
  };
};

/** Lucia over our tables at a moment. Nothing outside this folder knows it. */
export const luciaAt = (sql: PlatformSql, now: Date, { sessionIdleMs }: Pick<AuthRules, 'sessionIdleMs'>): Lucia<{ kept: Kept }, { of: SessionWithUser }> =>
  new Lucia(adapterAt(sql, now), {
    sessionExpiresIn: new TimeSpan(sessionIdleMs, 'ms'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });

/** Whether a text has the form of lucia's tokens; what has not is not worth a query. */
export const isSessionToken = (text: string): boolean => /^[a-z2-7]{40}$/.test(text);
