import type { PersonRead } from '@saubac/domain/audit';
import { hourOf } from '@saubac/domain/audit';

/** Keeps whose files were opened until they are written. A process has one for all its tenants, and closes it before the database. */
export type ReadLog = {
  /** Takes note at once; it is written within the delay. */
  note: (tenant: string, read: PersonRead) => void;
  /** Writes what is waiting, and answers when it is written. */
  flush: () => Promise<void>;
  /** Flushes for the last time. */
  close: () => Promise<void>;
};

export type ReadLogOptions = {
  /** Writes readings of one tenant, by its slug. */
  write: (tenant: string, reads: readonly PersonRead[]) => Promise<void>;
  /** Told when readings could not be written; they are tried again. `lost`: how many had to be let go because too many were waiting. */
  onFailure: (failure: { tenant: string; error: unknown; lost: number }) => void;
  delayMs?: number;
  /** Readings of one tenant that may wait. */
  most?: number;
};

type Waiting = Map<string, PersonRead>;

const keyOf = ({ person, reader, what, at }: PersonRead): string => `${person} ${reader ?? ''} ${what} ${hourOf(at).getTime()}`;

/**
 * Gathers readings and writes each tenant's together, so that opening a file costs no statement of its own. What waits is folded: one
 * entry for each reader, person, what was opened and hour. A process killed without warning loses at most what it took note of within the
 * delay (a second); one that is asked to stop loses nothing.
 */
export const createReadLog = ({ write, onFailure, delayMs = 1_000, most = 20_000 }: ReadLogOptions): ReadLog => {
  const tenants = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const add = (tenant: string, reads: Iterable<PersonRead>): number => {
    const waiting = tenants.get(tenant) ?? new Map<string, PersonRead>();
    tenants.set(tenant, waiting);
    let lost = 0;
    for (const read of reads) {
      const key = keyOf(read);
      if (waiting.has(key)) continue;
      if (waiting.size >= most) lost += 1;
      else waiting.set(key, read);
    }
    return lost;
  };

  const writeTenant = async (tenant: string, waiting: Waiting): Promise<void> => {
    try {
      await write(tenant, [...waiting.values()]);
    } catch (error) {
      onFailure({ tenant, error, lost: add(tenant, waiting.values()) });
    }
  };

  const writeAll = async (): Promise<void> => {
    const all = [...tenants];
    tenants.clear();
    await Promise.all(all.map(([tenant, waiting]) => writeTenant(tenant, waiting)));
    if (tenants.size > 0) wake();
  };

  // One after the other: a slow write is not overtaken by the next.
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(writeAll);
    return writing;
  };

  const wake = (): void => {
    timer ??= setTimeout(() => void flush(), delayMs).unref();
  };

  return {
    note: (tenant, read) => {
      const lost = add(tenant, [read]);
      if (lost > 0) onFailure({ tenant, error: undefined, lost });
      wake();
    },
    flush,
    close: async () => {
      await flush();
      clearTimeout(timer);
    },
  };
};
