import { describe, expect, it } from 'vitest';
import { commonScale } from './common-scale.ts';

describe('the scale of bars', () => {
  it('ends at the next ten above the greatest', () => {
    expect(commonScale([4.4, 60, null])).toBe(70);
    expect(commonScale([25, 19.9])).toBe(30);
  });

  it('is never longer than all of it, never so short that nothing is seen', () => {
    expect(commonScale([100])).toBe(100);
    expect(commonScale([130])).toBe(100);
    expect(commonScale([])).toBe(10);
    expect(commonScale([null])).toBe(10);
  });
});
