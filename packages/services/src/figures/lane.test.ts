import { describe, expect, it } from 'vitest';

import { createLane } from './lane.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a lane', () => {
  it('lets no more through at once than it is wide, and all of them in their order', async () => {
    const lane = createLane(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const work = (index: number) => async (): Promise<number> => {
      begun.push(index);
      running += 1;
      most = Math.max(most, running);
      for (let turns = 0; turns <= index % 3; turns += 1) await turn();
      running -= 1;
      return index;
    };
    const answers = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((it) => lane(work(it))));
    expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
  });

  it('goes on after a work that failed', async () => {
    const lane = createLane(1);
    const failed = lane(() => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(await lane(() => Promise.resolve('next'))).toBe('next');
  });
});
