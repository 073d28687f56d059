import { deleteSession, deleteSessionOf, deleteSessions, recordAccountEvent, type AccountActor } from '@saubac/db/accounts';
import type { UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { digestOf } from '../tokens/index.ts';
import { isSessionToken } from './lucia.ts';

type By = { by: AccountActor; now: Date };

/** Signs out: ends the session of a token. */
export const endSession = async (auth: Auth, token: string): Promise<void> => {
  if (!isSessionToken(token)) return;
  const session = digestOf(token);
  await revoking(auth, { session }, (tx) => deleteSession(tx, session));
};

/** Ends one session of an account, by its id in the list. False if the account has no such session. */
export const endSessionOf = (auth: Auth, { user, session, by, now }: { user: UserId; session: string } & By): Promise<boolean> =>
  revoking(auth, { session }, async (tx) => {
    const ended = await deleteSessionOf(tx, user, session);
    if (ended) await recordAccountEvent(tx, { act: 'session.ended', at: now, by, user });
    return ended;
  });

/** Ends all sessions of an account, or all but one, and says how many. */
export const endAllSessions = (auth: Auth, { user, but = null, by, now }: { user: UserId; but?: string | null } & By): Promise<number> =>
  revoking(auth, { user }, async (tx) => {
    const ended = await deleteSessions(tx, user, but);
    await recordAccountEvent(tx, { act: 'session.all-ended', at: now, by, user, details: { ended } });
    return ended;
  });
