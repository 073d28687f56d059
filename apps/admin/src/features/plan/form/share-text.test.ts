import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readShare, writeShare } from './share-text.ts';

it('a share is read as it was written', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), (points) => {
    expect(readShare(writeShare(points))).toBe(points);
  }));
});

it('a share is a percentage with two decimals at the most, in either way of writing', () => {
  expect(readShare('25')).toBe(2_500);
  expect(readShare('12.5 %')).toBe(1_250);
  for (const wrong of ['', '0', '101', '1,234', 'a', '-5']) expect(readShare(wrong)).toBeUndefined();
});
