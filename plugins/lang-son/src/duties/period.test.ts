import { addDays, isoDate } from '@saubac/domain/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Days, daysWithin, endAfter, lastDayOf, overlap } from './period.ts';

const start = isoDate('2026-01-01');
const anyDay = fc.integer({ min: 0, max: 200 }).map((it) => addDays(start, it));
const anyDays = fc.record({ from: anyDay, length: fc.integer({ min: 1, max: 60 }) }).map(({ from, length }): Days => ({ from, to: addDays(from, length) }));
const allDays = Array.from({ length: 280 }, (_, it) => addDays(start, it));
const holdsOn = (duty: Days, day: string): boolean => duty.from <= day && day < duty.to;

describe('a duty at a gate', () => {
  it('ends with its last day', () => {
    expect(lastDayOf({ from: '2026-06-01', to: endAfter('2026-06-30') })).toBe('2026-06-30');
  });

  it('of a single day counts one', () => {
    expect(daysWithin({ from: '2026-06-01', to: endAfter('2026-06-01') }, { from: '2026-01-01', to: '2026-12-31' })).toBe(1);
  });

  it('overlaps another exactly if there is a day on which both hold', () => {
    fc.assert(fc.property(anyDays, anyDays, (a, b) => overlap(a, b) === allDays.some((day) => holdsOn(a, day) && holdsOn(b, day))));
  });

  it('counts as many days of a period as it holds on', () => {
    fc.assert(fc.property(anyDays, anyDay, anyDay, (duty, a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      expect(daysWithin(duty, { from, to })).toBe(allDays.filter((day) => from <= day && day <= to && holdsOn(duty, day)).length);
    }));
  });
});
