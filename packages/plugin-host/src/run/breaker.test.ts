import { expect, it } from 'vitest';

import { type BreakerRules, createBreaker } from './breaker.ts';

const rules: BreakerRules = { faults: 3, restMs: 10_000, rests: 2 };

const watched = () => {
  let now = 0;
  const breaker = createBreaker(rules, () => now);
  const faults = (count: number) => Array.from({ length: count }, () => breaker.fault('a', 'p'));
  return { breaker, faults, pass: (ms: number) => (now += ms) };
};

it('lets a plugin rest after so many faults in a row, in that tenant alone', () => {
  const { breaker, faults, pass } = watched();
  faults(2);
  expect(breaker.rest('a', 'p')).toBe(0);
  faults(1);
  expect([breaker.rest('a', 'p'), breaker.rest('b', 'p'), breaker.rest('a', 'q')]).toEqual([10, 0, 0]);
  pass(9_500);
  expect(breaker.rest('a', 'p')).toBe(1);
  pass(500);
  expect(breaker.rest('a', 'p')).toBe(0);
});

it('forgets faults once something goes well', () => {
  const { breaker, faults } = watched();
  faults(2);
  breaker.well('a', 'p');
  faults(2);
  expect(breaker.rest('a', 'p')).toBe(0);
});

it('says that a plugin has failed when it breaks again after its rest, and begins anew when it is tried again', () => {
  const { breaker, faults, pass } = watched();
  expect(faults(3)).toEqual([false, false, false]);
  pass(10_000);
  expect(faults(3)).toEqual([false, false, true]);
  breaker.forget('a', 'p');
  expect(faults(3)).toEqual([false, false, false]);
});
