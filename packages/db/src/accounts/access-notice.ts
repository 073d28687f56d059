import type { UserId } from '@saubac/domain/values';
import type { PlatformSql } from './platform-sql.ts';

/**
 * Who loses or gains access: an account (its status, password, sessions, memberships), one session, or everybody in a tenant (its grants
 * or its rules of sign-in have changed). `everything`: something may have been missed, so nothing that is remembered can be trusted.
 */
export type AccessNotice = { user: UserId } | { session: string } | { tenant: string } | 'everything';

/** The channel of PostgreSQL on which processes tell each other. */
export const accessChannel = 'saubac_access';

/** The text that is sent. A tenant's own transaction sends it too: `select pg_notify(…)`. It names ids alone, because any role may listen. */
export const noticePayload = (notice: Exclude<AccessNotice, 'everything'>): string => JSON.stringify(notice);

/** Reads what was sent. Any role may send, so what cannot be understood means everything: that costs a look-up and opens nothing. */
export const readNotice = (payload: string): AccessNotice => {
  try {
    const it = JSON.parse(payload) as Record<string, unknown> | null;
    if (typeof it?.['user'] === 'string') return { user: it['user'] as UserId };
    if (typeof it?.['session'] === 'string') return { session: it['session'] };
    if (typeof it?.['tenant'] === 'string') return { tenant: it['tenant'] };
  } catch {
    // Falls through.
  }
  return 'everything';
};

/** Tells the other processes when the transaction commits. */
export const notifyAccess = async (sql: PlatformSql, notice: Exclude<AccessNotice, 'everything'>): Promise<void> => {
  await sql`select pg_notify(${accessChannel}, ${noticePayload(notice)})`;
};
