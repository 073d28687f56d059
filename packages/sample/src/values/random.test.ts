import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomFrom, weightedAt } from './random.ts';

const drawsOf = (...words: number[]): number[] => {
  const random = randomFrom(...words);
  return Array.from({ length: 20 }, () => random.next());
};

it('draws the same numbers from the same words, and others from others', () => {
  fc.assert(fc.property(fc.nat(), fc.nat(), (a, b) => {
    expect(drawsOf(a, b)).toEqual(drawsOf(a, b));
    expect(drawsOf(a, b)).not.toEqual(drawsOf(a, b + 1));
  }));
});

it('starts anew when it is reseeded, whatever was drawn before', () => {
  const random = randomFrom(1);
  random.next();
  expect(random.reseed(4, 5).next()).toBe(randomFrom(4, 5).next());
});

it('keeps whole numbers within their bounds', () => {
  fc.assert(fc.property(fc.nat(), fc.integer({ min: -50, max: 50 }), fc.nat(60), (seed, low, width) => {
    const drawn = randomFrom(seed).between(low, low + width);
    expect(drawn).toBeGreaterThanOrEqual(low);
    expect(drawn).toBeLessThanOrEqual(low + width);
  }));
});

it('is spread evenly enough for shares of a few percent', () => {
  const random = randomFrom(11);
  const hits = Array.from({ length: 20_000 }, () => random.chance(0.03)).filter(Boolean).length;
  expect(hits).toBeGreaterThan(500);
  expect(hits).toBeLessThan(700);
});

it('never picks an entry without weight', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), (point) => {
    expect(weightedAt([{ weight: 0, name: 'a' }, { weight: 3, name: 'b' }, { weight: 0, name: 'c' }], point).name).toBe('b');
  }));
});
