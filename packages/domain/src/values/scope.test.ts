import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, everything, isoDate, rootsOn, subtreesOf, throughout, type UnitId } from './index.ts';

const units = fc.constantFrom('a', 'b', 'c').map((it) => it as UnitId);
const day = fc.integer({ min: 0, max: 20 }).map((it) => addDays(isoDate('2025-01-01'), it));
const root = fc.record({ unit: units, from: fc.oneof(day, fc.constant('-infinity' as const)), to: fc.oneof(day, fc.constant('infinity' as const)) });
const scopes = fc.tuple(fc.array(units, { maxLength: 2 }), fc.array(root, { maxLength: 3 })).map(([roots, dated]) => subtreesOf(roots, dated));

describe('what of a scope counts throughout some days', () => {
  it('counts on each of them, and on every day', () => {
    fc.assert(
      fc.property(scopes, fc.array(day, { minLength: 1, maxLength: 3 }), day, (scope, days, other) => {
        const expected = (['a', 'b', 'c'] as UnitId[]).filter((it) => days.every((on) => rootsOn(scope, on).includes(it)));
        expect(rootsOn(throughout(scope, days), other).toSorted()).toEqual(expected);
      }),
    );
  });

  it('is everything for who may see everything', () => {
    expect(throughout(everything, [isoDate('2025-01-01')])).toEqual(everything);
  });
});
