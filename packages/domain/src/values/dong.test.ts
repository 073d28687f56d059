import { describe, expect, it } from 'vitest';
import { dong } from './dong.ts';

describe('an amount of money', () => {
  it('is a whole number of đồng', () => {
    expect(dong(1_500_000)).toBe(1_500_000);
    expect(() => dong(0.5)).toThrow(RangeError);
  });

  it('is small enough to be exact', () => {
    expect(() => dong(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
  });
});
