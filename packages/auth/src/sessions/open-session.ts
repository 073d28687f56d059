import { recordAccountEvent, type AccountActor, type PlatformSql } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import type { Client } from '../context/client.ts';
import { digestOf } from '../tokens/index.ts';
import { luciaAt, SessionRefused } from './lucia.ts';
import { networkOf } from './network.ts';

/** A session just opened. The token is shown this once: what is kept is its digest, which is also the session's `id`. */
export type OpenedSession = { token: string; id: string; user: UserId; expiresAt: Date; endsAt: Date };

export type OpenSession = {
  user: UserId;
  secondFactorPassed: boolean;
  client: Client;
  now: Date;
  /** The tenant whose single sign-on vouched for the user: the session leads to it alone. */
  throughTenant?: string | null;
  /** The version of the credentials that were checked: if they have changed meanwhile, nothing is opened. */
  credentialsVersion?: number;
  /** How the user proved who he is, for the record. */
  by: 'password' | 'single-sign-on' | 'second-factor' | 'operator';
};

export type OpenSessionFailure = { kind: 'account-not-active' };

// Control characters would break a list of sessions; the rest of a long one says nothing more.
const shortened = (userAgent: string | null): string | null => userAgent?.replace(/\p{Cc}/gu, ' ').slice(0, 160) ?? null;

type Kept = { createdAt: Date; endsAt: Date; userAgent: string | null; network: string | null };

/** Makes the token and its row; the moments of a session that is renewed stay. */
export const addSession = async (
  sql: PlatformSql,
  rules: Auth['rules'],
  { user, secondFactorPassed, throughTenant = null, credentialsVersion, now }: Omit<OpenSession, 'client' | 'by'>,
  kept: Kept,
): Promise<Result<OpenedSession, OpenSessionFailure>> => {
  try {
    const session = await luciaAt(sql, now, rules).createSession(user, {
      kept: { ...kept, lastSeenAt: now, secondFactorPassed, throughTenant, credentialsVersion: credentialsVersion ?? null },
    });
    const idleEnd = new Date(now.getTime() + rules.sessionIdleMs);
    return ok({ token: session.id, id: digestOf(session.id), user, expiresAt: idleEnd < kept.endsAt ? idleEnd : kept.endsAt, endsAt: kept.endsAt });
  } catch (error) {
    if (error instanceof SessionRefused) return fail({ kind: 'account-not-active' });
    throw error;
  }
};

/** Opens a session of an active account. */
export const openSession = async (auth: Auth, input: OpenSession): Promise<Result<OpenedSession, OpenSessionFailure>> => {
  const { user, client, now, by, throughTenant = null } = input;
  const kept = { createdAt: now, endsAt: new Date(now.getTime() + auth.rules.sessionLongestMs), userAgent: shortened(client.userAgent), network: networkOf(client.address) };
  return auth.sql.begin(async (tx) => {
    const opened = await addSession(tx, auth.rules, input, kept);
    const actor: AccountActor = { id: user, label: 'user' };
    if (opened.ok) await recordAccountEvent(tx, { act: 'session.opened', at: now, by: actor, user, tenant: throughTenant, details: { by } });
    return opened;
  });
};
