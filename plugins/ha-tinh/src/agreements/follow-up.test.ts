import { addDays, isoDate, partsOf } from '@saubac/domain/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { missingFollowUps, standingOf, yearsToFollowUp } from './follow-up.ts';

const signedOn = isoDate('2019-11-08');
const endsOn = isoDate('2029-11-07');
const term = { signedOn, endsOn };

describe('an agreement', () => {
  it('is in force from its day of signing through its last day, and is said to end before it does', () => {
    expect(standingOf(term, isoDate('2019-11-07'), 180)).toBe('coming');
    expect(standingOf(term, signedOn, 180)).toBe('in-force');
    expect(standingOf(term, addDays(endsOn, -180), 180)).toBe('in-force');
    expect(standingOf(term, addDays(endsOn, -179), 180)).toBe('ending');
    expect(standingOf(term, endsOn, 180)).toBe('ending');
    expect(standingOf(term, addDays(endsOn, 1), 180)).toBe('ended');
  });

  it('without an end is never ending', () => {
    expect(standingOf({ signedOn, endsOn: null }, isoDate('2150-01-01'), 730)).toBe('in-force');
  });

  it('is followed up for each of its years that is over, the first and the last included', () => {
    expect(yearsToFollowUp(term, isoDate('2019-12-31'))).toEqual([]);
    expect(yearsToFollowUp(term, isoDate('2022-01-01'))).toEqual([2019, 2020, 2021]);
    expect(yearsToFollowUp(term, isoDate('2040-01-01')).at(-1)).toBe(2029);
  });

  it('asks once for every commitment and year that nobody has told of, whatever was told of others', () => {
    const entry = fc.record({ commitment: fc.constantFrom('a', 'b', 'x'), year: fc.integer({ min: 2015, max: 2035 }) });
    const day = fc.integer({ min: -400, max: 6000 }).map((it) => addDays(signedOn, it));
    fc.assert(
      fc.property(fc.array(entry), day, (entries, on) => {
        const missing = missingFollowUps(term, ['a', 'b'], entries, on);
        const told = new Set(entries.map((it) => `${it.commitment}${it.year}`));
        expect(missing.some((it) => told.has(`${it.commitment}${it.year}`))).toBe(false);
        expect(new Set(missing.map((it) => `${it.commitment}${it.year}`)).size).toBe(missing.length);
        expect(missing.every((it) => it.year < partsOf(on).year && it.year >= 2019 && it.year <= 2029)).toBe(true);
        expect(missingFollowUps(term, ['a', 'b'], [...entries, ...missing], on)).toEqual([]);
      }),
    );
  });
});
