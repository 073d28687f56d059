import { deleteSession, findSession } from '@saubac/db/accounts';
import { fail, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { addSession, type OpenedSession, type OpenSessionFailure } from './open-session.ts';

export type RenewSession = { session: string; now: Date; secondFactorPassed?: boolean; credentialsVersion?: number };

/** The session has ended meanwhile, or its account is no longer active. */
export type RenewSessionFailure = OpenSessionFailure | { kind: 'no-session' };

/**
 * Gives a session another token, and ends the old one: where a session comes to mean more than before (a second factor was passed), a
 * token seen before that must not open it. Its last end stays.
 */
export const renewSession = async (auth: Auth, { session, now, ...more }: RenewSession): Promise<Result<OpenedSession, RenewSessionFailure>> =>
  revoking(auth, { session }, async (tx) => {
    const old = await findSession(tx, session);
    if (!old || old.expiresAt <= now || !(await deleteSession(tx, session))) return fail({ kind: 'no-session' });
    const { user, throughTenant, createdAt, endsAt, userAgent, network } = old;
    return addSession(tx, auth.rules, { user, throughTenant, now, secondFactorPassed: old.secondFactorPassed, ...more }, { createdAt, endsAt, userAgent, network });
  });
