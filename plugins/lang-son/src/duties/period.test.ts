import { addDays, isoDate } from '@saubac/domain/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Days, daysWithin, endAfter, holdsOn, lastDayOf, overlap } from './period.ts';

const start = isoDate('2025-01-01');
const anyDay = fc.integer({ min: 0, max: 200 }).map((it) => addDays(start, it));
const anyDays = fc.record({ from: anyDay, length: fc.integer({ min: 1, max: 60 }), open: fc.boolean() }).map(({ from, length, open }): Days => ({ from, to: open ? 'infinity' : addDays(from, length) }));
const allDays = Array.from({ length: 280 }, (_, it) => addDays(start, it));

describe('a duty', () => {
  it('holds on its first and on its last day, and on neither of those beside them', () => {
    const june = { from: '2025-06-01', to: endAfter('2025-06-30') };
    expect(['2025-05-31', '2025-06-01', '2025-06-30', '2025-07-01'].map((it) => holdsOn(june, it))).toEqual([false, true, true, false]);
    expect(lastDayOf(june)).toBe('2025-06-30');
  });

  it('without a last day goes on', () => {
    const open = { from: '2025-06-01', to: endAfter(null) };
    expect([holdsOn(open, '2099-12-31'), lastDayOf(open)]).toEqual([true, null]);
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
