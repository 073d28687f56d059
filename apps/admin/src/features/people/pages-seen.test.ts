import { describe, expect, it } from 'vitest';
import { pagesSeen } from './pages-seen.ts';

describe('the pages of a long list that are fetched', () => {
  it('are those that are seen and those that come next, wherever somebody has gone', () => {
    expect(pagesSeen({ first: 0, last: 30 }, 100, 65_000)).toEqual([0]);
    expect(pagesSeen({ first: 90, last: 120 }, 100, 65_000)).toEqual([0, 1]);
    expect(pagesSeen({ first: 32_040, last: 32_070 }, 100, 65_000)).toEqual([319, 320, 321]);
    expect(pagesSeen({ first: 64_970, last: 64_999 }, 100, 65_000)).toEqual([649]);
  });

  it('are never those beyond the end, as after a filter that leaves few', () => {
    expect(pagesSeen({ first: 64_970, last: 64_999 }, 100, 3)).toEqual([0]);
    expect(pagesSeen({ first: 0, last: 30 }, 100, 0)).toEqual([]);
  });
});
