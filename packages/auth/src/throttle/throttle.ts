import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { PlatformDb } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import { throttleKeys, type Attempted } from './keys.ts';

/** What may be attempted so often and no more. */
export type ThrottledAct = 'upload' | 'sign-in' | 'second-factor' | 'reset' | 'token';

/** Too often: nothing was tried. It may be tried again after so many seconds. */
export type TooManyAttempts = { kind: 'too-many-attempts'; seconds: number };

/** An attempt that has been counted. When it succeeds, the counters of the account begin anew and that of the address forgets it. */
export type CountedAttempt = { succeeded: () => Promise<void> };

export type Throttle = {
  /** Counts an attempt before it is made, so that a thousand at once are a thousand. */
  attempt: (act: ThrottledAct, who: Attempted) => Promise<Result<CountedAttempt, TooManyAttempts>>;
};

type Limit = { points: number; minutes: number };
type Counter = 'pair' | 'account' | 'address';

// From one address few are enough for a person who mistypes. Of one account from everywhere: more, or a stranger could lock it. Of one
// address: a whole office may stand behind it.
const limits: Readonly<Record<ThrottledAct, Readonly<Record<Counter, Limit>>>> = {
  'sign-in': { pair: { points: 5, minutes: 15 }, account: { points: 30, minutes: 15 }, address: { points: 100, minutes: 15 } },
  'second-factor': { pair: { points: 5, minutes: 15 }, account: { points: 10, minutes: 15 }, address: { points: 100, minutes: 15 } },
  reset: { pair: { points: 3, minutes: 60 }, account: { points: 5, minutes: 60 }, address: { points: 30, minutes: 60 } },
  // An office that brings its certificates in sends many scans in an hour; none sends hundreds at once.
  upload: { pair: { points: 120, minutes: 10 }, account: { points: 120, minutes: 10 }, address: { points: 1_200, minutes: 10 } },
  token: { pair: { points: 30, minutes: 60 }, account: { points: 30, minutes: 60 }, address: { points: 30, minutes: 60 } },
};

// In this order: one who is refused for the first is not counted for the others, so no single address can lock an account everywhere.
const order: readonly Counter[] = ['pair', 'account', 'address'];

// The library speaks to `pg`; of it, it uses one function.
const asPgPool = (sql: PlatformDb) => ({
  query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
    const rows = await sql.unsafe(text, values, { prepare: true });
    return { rows: [...rows], rowCount: rows.count };
  },
});

const limiterOf = (sql: PlatformDb, keyPrefix: string, { points, minutes }: Limit): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: asPgPool(sql),
    storeType: 'pool',
    schemaName: 'platform',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: minutes * 60,
    blockDuration: minutes * 60,
  });

/** The seconds to wait, null if the attempt may be made. Faults of the database are thrown. */
const waitFor = async (limiter: RateLimiterPostgres, key: string): Promise<number | null> => {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
  }
};

/** Limits how often something is attempted, over all processes of the installation. The library takes the time from the clock itself. */
export const createThrottle = (sql: PlatformDb): Throttle => {
  const limiters = new Map<string, RateLimiterPostgres>();
  for (const [act, ofAct] of Object.entries(limits)) for (const counter of order) limiters.set(`${act}:${counter}`, limiterOf(sql, `${act}:${counter}`, ofAct[counter]));
  const limiter = (act: ThrottledAct, counter: Counter): RateLimiterPostgres => {
    const found = limiters.get(`${act}:${counter}`);
    if (!found) throw new Error(`No limit is set for ${act}`);
    return found;
  };

  return {
    attempt: async (act, who) => {
      const keys = throttleKeys(who);
      for (const counter of order) {
        const key = keys[counter];
        const seconds = key === null ? null : await waitFor(limiter(act, counter), key);
        if (seconds !== null) return fail({ kind: 'too-many-attempts', seconds });
      }
      return ok({
        succeeded: async () => {
          for (const counter of ['pair', 'account'] as const) if (keys[counter] !== null) await limiter(act, counter).delete(keys[counter]);
          if (keys.address !== null) await limiter(act, 'address').reward(keys.address);
        },
      });
    },
  };
};
