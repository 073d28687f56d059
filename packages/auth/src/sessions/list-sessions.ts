import type { UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { luciaAt } from './lucia.ts';

/** A session as its owner sees it in a list. */
export type ListedSession = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string | null; network: string | null; secondFactorPassed: boolean; throughTenant: string | null };

/** The sessions of an account that are still open, the latest first. */
export const listSessions = async (auth: Pick<Auth, 'sql' | 'rules'>, user: UserId, now: Date): Promise<ListedSession[]> =>
  (await luciaAt(auth.sql, now, auth.rules).getUserSessions(user)).map(({ id, kept }) => ({
    id,
    createdAt: kept.createdAt,
    lastSeenAt: kept.lastSeenAt,
    userAgent: kept.userAgent,
    network: kept.network,
    secondFactorPassed: kept.secondFactorPassed,
    throughTenant: kept.throughTenant,
  }));
