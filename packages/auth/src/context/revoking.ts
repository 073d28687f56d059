import { notifyAccess, type AccessNotice, type PlatformTx } from '@saubac/db/accounts';
import type { Auth } from './auth.ts';

/**
 * Does something after which somebody may no longer do what he could: in one transaction, which tells the other processes when it
 * commits. This process is told before the caller goes on, even where the outcome is not known.
 */
export const revoking = async <T>(auth: Pick<Auth, 'sql' | 'access'>, notice: Exclude<AccessNotice, 'everything'>, work: (tx: PlatformTx) => Promise<T>): Promise<T> => {
  try {
    const done = await auth.sql.begin(async (tx) => {
      const result = await work(tx);
      await notifyAccess(tx, notice);
      return { result };
    });
    return (done as { result: T }).result;
  } finally {
    auth.access.tell(notice);
  }
};
