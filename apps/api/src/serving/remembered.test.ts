import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

const counting = (mayRemember = true) => {
  let fetched = 0;
  const cache = remembered<{ n: number }>({ maxAgeMs: 60_000, most: 10, mayRemember: () => mayRemember });
  const ask = (key = 'a') => cache.get(key, () => Promise.resolve({ n: (fetched += 1) }));
  return { cache, ask, fetched: () => fetched };
};

describe('what is remembered', () => {
  it('is fetched once for all who ask at the same time, and after', async () => {
    const { ask, fetched } = counting();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
    await ask();
    expect(fetched()).toBe(1);
  });

  it('is fetched anew once it was forgotten', async () => {
    const { cache, ask } = counting();
    await ask();
    cache.forget((key) => key === 'a');
    expect(await ask()).toEqual({ n: 2 });
  });

  it('is not kept when something was forgotten while it was being fetched', async () => {
    const { cache, ask, fetched } = counting();
    const asked = ask();
    cache.forget(() => false);
    await asked;
    await ask();
    expect(fetched()).toBe(2);
  });

  it('is not kept at all while changes are not heard', async () => {
    const { ask, fetched } = counting(false);
    await ask();
    await ask();
    expect(fetched()).toBe(2);
  });

  it('is not kept when fetching failed', async () => {
    const { cache, ask } = counting();
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await ask()).toEqual({ n: 1 });
  });
});
