import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addMonths, ageOn, headsMissing, headsNeeded, isoDate, parseIsoDate, percentOf, share, textIn } from './index.ts';

const heads = fc.integer({ min: 0, max: 2_000_000 });
const goal = fc.integer({ min: 0, max: 10_000 }).map(share);

describe('heads', () => {
  it('are rounded up, never down: 25 % of 10 needs 3', () => {
    expect(headsNeeded(10, share(2_500))).toBe(3);
    expect(headsNeeded(0, share(10_000))).toBe(0);
    expect(() => share(10_001)).toThrow(RangeError);
  });

  it('needed are the least number that reaches the goal', () => {
    fc.assert(
      fc.property(heads, goal, (denominator, it) => {
        const needed = headsNeeded(denominator, it);
        expect(needed * 10_000 >= denominator * it).toBe(true);
        expect((needed - 1) * 10_000 < denominator * it || needed === 0).toBe(true);
      }),
    );
  });

  it('missing are none once the goal is passed', () => {
    fc.assert(
      fc.property(heads, heads, goal, (denominator, numerator, it) => {
        expect(headsMissing(denominator, numerator, it)).toBe(Math.max(0, headsNeeded(denominator, it) - numerator));
      }),
    );
  });
});

describe('a percentage', () => {
  it('of nobody is no figure, neither 0 nor 100', () => {
    expect(percentOf(0, 0)).toBeNull();
  });

  it('has two decimals, half rounded up', () => {
    expect(percentOf(1, 3)).toBe(33.33);
    expect(percentOf(2, 3)).toBe(66.67);
    expect(percentOf(1, 800)).toBe(0.13);
    expect(percentOf(5, 5)).toBe(100);
  });
});

describe('a date', () => {
  it('exists in the calendar or is refused', () => {
    expect(parseIsoDate('2024-02-29')).toBe('2024-02-29');
    expect(parseIsoDate('2023-02-29')).toBeUndefined();
    expect(parseIsoDate('1850-01-01')).toBeUndefined();
    expect(() => isoDate('31/12/2025')).toThrow(RangeError);
  });

  it('moved by months stays within the month, as PostgreSQL does it', () => {
    expect(addMonths(isoDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(isoDate('2024-02-29'), -12)).toBe('2023-02-28');
    expect(addMonths(isoDate('2023-12-15'), 24)).toBe('2025-12-15');
  });

  it('completes a year of age on the birthday, not before', () => {
    expect(ageOn(isoDate('1985-12-31'), isoDate('2025-12-31'))).toBe(40);
    expect(ageOn(isoDate('1986-01-01'), isoDate('2025-12-31'))).toBe(39);
  });
});

describe('a text', () => {
  it('falls back to Vietnamese where there is no English', () => {
    expect(textIn({ vi: 'bậc' }, 'en')).toBe('bậc');
    expect(textIn({ vi: 'bậc', en: 'level' }, 'en')).toBe('level');
  });
});
