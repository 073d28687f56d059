/** How a plugin has done of late in a tenant: faults in a row, how often that was too many, and until when (in milliseconds) it rests. */
export type Course = { faults: number; rests: number; restsUntil: number };

/** What a breaker goes by. */
export type BreakerRules = {
  /** So many faults in a row, and the plugin rests. */
  faults: number;
  restMs: number;
  /** The so-manieth rest is the last: the plugin counts as failed. */
  rests: number;
};

export const usualRules: BreakerRules = { faults: 5, restMs: 60_000, rests: 3 };

const fresh: Course = { faults: 0, rests: 0, restsUntil: 0 };

/** How a course goes on after a fault; `failed`: it has gone on for too long. */
export const afterFault = (before: Course, now: number, { faults, restMs, rests }: BreakerRules): { course: Course; failed: boolean } => {
  const counted = { ...before, faults: before.faults + 1 };
  if (counted.faults < faults) return { course: counted, failed: false };
  const rested = before.rests + 1;
  return rested >= rests ? { course: fresh, failed: true } : { course: { faults: 0, rests: rested, restsUntil: now + restMs }, failed: false };
};

/** Seconds for which a plugin still rests; 0 if it does not. */
export const restOf = ({ restsUntil }: Course, now: number): number => Math.max(0, Math.ceil((restsUntil - now) / 1_000));

/** Watches over plugins of tenants in one process: faults of one in one tenant are nobody else's. */
export type Breaker = {
  /** Seconds for which a plugin rests in a tenant; 0: it may be asked. */
  rest: (tenant: string, plugin: string) => number;
  /** Something of it went well: what was before is forgotten. */
  well: (tenant: string, plugin: string) => void;
  /** Something of it threw or took too long. True: it is to be marked as failed. */
  fault: (tenant: string, plugin: string) => boolean;
  /** It is tried again, from nothing. */
  forget: (tenant: string, plugin: string) => void;
};

/** A breaker with nothing noted yet. */
export const createBreaker = (rules: BreakerRules = usualRules, now: () => number = Date.now): Breaker => {
  const courses = new Map<string, Course>();
  const key = (tenant: string, plugin: string): string => `${tenant}/${plugin}`;
  return {
    rest: (tenant, plugin) => restOf(courses.get(key(tenant, plugin)) ?? fresh, now()),
    well: (tenant, plugin) => void courses.delete(key(tenant, plugin)),
    fault: (tenant, plugin) => {
      const { course, failed } = afterFault(courses.get(key(tenant, plugin)) ?? fresh, now(), rules);
      courses.set(key(tenant, plugin), course);
      return failed;
    },
    forget: (tenant, plugin) => void courses.delete(key(tenant, plugin)),
  };
};
