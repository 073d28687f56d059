import postgres from 'postgres';
import { accessChannel, readNotice, type AccessNotice } from './access-notice.ts';
import type { PlatformDb } from './platform-sql.ts';

/** Where a process hears that somebody's access has changed: what it does itself at once, what others do by NOTIFY. */
export type AccessFeed = {
  /** Whether what other processes do is heard. While not, nothing may be remembered. */
  listening: () => boolean;
  /** Calls back at each notice until the function that is returned is called. */
  subscribe: (hear: (notice: AccessNotice) => void) => () => void;
  /** Tells this process. The others are told by the transaction (`notifyAccess`). */
  tell: (notice: AccessNotice) => void;
  close: () => Promise<void>;
};

/** A feed of this process alone, for a command that ends after one act. */
export const localAccessFeed = (): AccessFeed => {
  const hearers = new Set<(notice: AccessNotice) => void>();
  return {
    listening: () => false,
    subscribe: (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    tell: (notice) => {
      for (const hear of hearers) hear(notice);
    },
    close: () => Promise.resolve(),
  };
};

const retryMs = 500;

/**
 * A feed that listens on a connection of its own, with the login of the client given. When the connection is lost, everybody is told
 * `everything` and nothing is heard until it stands again; the feed tries for that by itself. Resolves after the first attempt.
 */
export const openAccessFeed = async (sql: PlatformDb): Promise<AccessFeed> => {
  const local = localAccessFeed();
  let listening = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const lost = (): void => {
    const was = listening;
    listening = false;
    if (was) local.tell('everything');
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => void attempt(), retryMs);
    retry.unref();
  };

  const options = {
    ...sql.options,
    max: 1,
    idle_timeout: null,
    max_lifetime: null,
    connection: { ...sql.options.connection, application_name: 'saubac access' },
    onclose: lost,
    onnotify: (_channel: string, payload: string) => local.tell(readNotice(payload)),
  };
  // The driver takes options that it has parsed before, as its own listen() gives them; its types know only those that a user writes.
  const connection = postgres(options as unknown as postgres.Options<Record<string, never>>);

  const attempt = async (): Promise<void> => {
    try {
      await connection`listen ${connection(accessChannel)}`;
      listening = true;
    } catch {
      lost();
    }
  };

  await attempt();
  return {
    ...local,
    listening: () => listening,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await connection.end({ timeout: 1 });
    },
  };
};
