import type { Career, Period, Posting, RowOutcome, StatedPosting } from '@saubac/domain/people';
import { isoDate } from '@saubac/domain/values';
import { describe, expect, it } from 'vitest';

import { keptOutside, outcomesWithinScope } from './careers-within-scope.ts';

const posting = (unit: string): Posting => ({ unit, post: null, kind: 'civil-servant', rank: null, office: null, officeRank: null, leader: null });
const period = (unit: string, from: string, to: string): Period<Posting> => ({ from: isoDate(from), to: to as Period<Posting>['to'], value: posting(unit) });
const career = (...main: Period<Posting>[]): Career => ({ main, concurrent: [], planned: [], training: [] });
const stated = (row: number, unit: string, from: string | null, to = 'infinity'): StatedPosting => ({ row, from: from === null ? null : isoDate(from), to: to as StatedPosting['to'], value: posting(unit), main: true, planned: null, training: false });
const scope = { within: new Set(['A']), on: isoDate('2026-01-01') };
const changed: RowOutcome = { row: 2, kind: 'changed', fields: [], since: null };
const refused: RowOutcome = { row: 2, kind: 'refused', problem: { column: 'valid_from', kind: 'overlaps-recorded', recorded: { from: isoDate('2024-01-01'), to: 'infinity' } } };
const outside: RowOutcome = { row: 2, kind: 'refused', problem: { column: 'valid_from', kind: 'outside-scope' } };

describe('the career of somebody whose importer sees some units only', () => {
  const known = career(period('B', '2020-01-01', '2024-01-01'), period('A', '2024-01-01', 'infinity'));

  it('is his to change where it lies in his units', () => {
    const after = career(period('B', '2020-01-01', '2024-01-01'), period('A', '2024-01-01', '2026-06-01'));
    expect(outcomesWithinScope({ known, stated: [stated(2, 'A', null, '2026-06-01')] }, after, [changed], scope)).toEqual([changed]);
  });

  it('keeps every day of a post held elsewhere', () => {
    const after = career(period('B', '2020-01-01', '2023-01-01'), period('A', '2023-01-01', 'infinity'));
    expect(keptOutside(known, after, scope.within)).toBe(false);
    expect(outcomesWithinScope({ known, stated: [stated(2, 'A', '2023-01-01')] }, after, [changed], scope)).toEqual([outside]);
  });

  it('is not told of by the days of a post held elsewhere', () => {
    expect(outcomesWithinScope({ known, stated: [stated(2, 'A', '2023-01-01')] }, known, [refused], scope)).toEqual([outside]);
    expect(outcomesWithinScope({ known, stated: [stated(2, 'A', '2024-06-01')] }, known, [refused], scope)).toEqual([refused]);
  });

  it('is told as to anybody when all of it lies in his units', () => {
    const own = career(period('A', '2020-01-01', 'infinity'));
    expect(outcomesWithinScope({ known: own, stated: [stated(2, 'A', '2019-01-01')] }, own, [refused], scope)).toEqual([refused]);
  });
});
