import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

describe('the wait before another start', () => {
  it('begins with a second, doubles, and is a minute at most', () => {
    expect([1, 2, 3, 6, 7, 50, 5_000].map(backoffMs)).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000]);
  });
});
