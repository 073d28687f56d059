import { LRUCache } from 'lru-cache';

/** Values that are worth some seconds: each is fetched once for all who ask meanwhile. */
export type Remembered<Value extends object> = {
  get: (key: string, fetch: () => Promise<Value>) => Promise<Value>;
  forget: (test: (key: string) => boolean) => void;
};

/**
 * Remembers for at most `maxAgeMs`, and only while `mayRemember` says that changes are heard. What was being fetched when something was
 * forgotten is given to those who waited and not kept.
 */
export const remembered = <Value extends object>({ maxAgeMs, most, mayRemember }: { maxAgeMs: number; most: number; mayRemember: () => boolean }): Remembered<Value> => {
  const kept = new LRUCache<string, Value>({ max: most, ttl: maxAgeMs });
  const underWay = new Map<string, Promise<Value>>();
  let forgotten = 0;
  const start = (key: string, fetch: () => Promise<Value>): Promise<Value> => {
    const before = forgotten;
    const work = fetch()
      .then((value) => {
        if (before === forgotten && mayRemember()) kept.set(key, value);
        return value;
      })
      .finally(() => {
        if (underWay.get(key) === work) underWay.delete(key);
      });
    underWay.set(key, work);
    return work;
  };
  return {
    get: (key, fetch) => {
      const found = mayRemember() ? kept.get(key) : undefined;
      return found === undefined ? (underWay.get(key) ?? start(key, fetch)) : Promise.resolve(found);
    },
    forget: (test) => {
      forgotten += 1;
      underWay.clear();
      for (const key of kept.keys()) if (test(key)) kept.delete(key);
    },
  };
};
