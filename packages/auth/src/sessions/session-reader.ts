import type { AccessNotice } from '@saubac/db/accounts';
import type { Auth } from '../context/auth.ts';
import { digestOf } from '../tokens/index.ts';
import { readSession, type Visitor } from './read-session.ts';

/** Reads sessions and remembers them for some seconds. */
export type SessionReader = {
  /** The visitor of a token; null if it opens nothing. */
  read: (token: string, now: Date) => Promise<Visitor | null>;
  /** Forgets what a change of access touches. Every function of this package that takes access away does it by itself. */
  invalidate: (notice: AccessNotice) => void;
  /** How many visitors are remembered. */
  size: () => number;
  close: () => void;
};

export type SessionReaderOptions = { maxAgeMs?: number; most?: number };

const touches = (notice: AccessNotice, { user, session, doors }: Visitor): boolean => {
  if (notice === 'everything') return true;
  if ('user' in notice) return notice.user === user;
  if ('session' in notice) return notice.session === session;
  return doors.some(({ tenant }) => tenant === notice.tenant);
};

/**
 * Makes a reader for one process. A visitor is remembered for five seconds at most, and only while the process hears what others do:
 * whoever loses access loses it at once. What was being read when a change was told is answered, but not remembered.
 */
export const sessionReader = (auth: Pick<Auth, 'sql' | 'rules' | 'access'>, { maxAgeMs = 5_000, most = 10_000 }: SessionReaderOptions = {}): SessionReader => {
  const remembered = new Map<string, { visitor: Visitor; at: number }>();
  let notices = 0;

  const invalidate = (notice: AccessNotice): void => {
    notices += 1;
    for (const [id, { visitor }] of remembered) if (touches(notice, visitor)) remembered.delete(id);
  };

  const recall = (id: string, now: Date): Visitor | undefined => {
    const found = remembered.get(id);
    if (!found || !auth.access.listening()) return undefined;
    const age = now.getTime() - found.at;
    return age >= 0 && age < maxAgeMs && now < found.visitor.expiresAt ? found.visitor : undefined;
  };

  const remember = (visitor: Visitor, now: Date): void => {
    const [oldest] = remembered.keys();
    if (remembered.size >= most && oldest !== undefined) remembered.delete(oldest);
    remembered.set(visitor.session, { visitor: { ...visitor, prolonged: false }, at: now.getTime() });
  };

  const unsubscribe = auth.access.subscribe(invalidate);
  return {
    read: async (token, now) => {
      const id = digestOf(token);
      const known = recall(id, now);
      if (known) return known;
      remembered.delete(id);
      const before = notices;
      const heard = auth.access.listening();
      const visitor = await readSession(auth, token, now);
      if (visitor && heard && auth.access.listening() && before === notices) remember(visitor, now);
      return visitor;
    },
    invalidate,
    size: () => remembered.size,
    close: () => {
      unsubscribe();
      remembered.clear();
    },
  };
};
