import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

it('gives away every head and no head twice', () => {
  fc.assert(fc.property(fc.nat(100_000), fc.array(fc.nat(1_000), { minLength: 1, maxLength: 60 }), (heads, weights) => {
    const parts = shareOut(heads, weights);
    const given = parts.reduce((sum, part) => sum + part, 0);
    expect(given).toBe(weights.some((weight) => weight > 0) ? heads : 0);
    parts.forEach((part, i) => expect(weights[i] === 0 ? part : 0).toBe(0));
  }));
});

it('stays within one head of the exact share', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(shareOut(30_233, [4_982, 25_251])).toEqual([4_982, 25_251]);
});
