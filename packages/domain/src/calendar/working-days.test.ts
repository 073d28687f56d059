import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, type IsoDate } from '../values/index.ts';
import { addWorkingDays, isLate, isWorkingDay, weekdayOf, type WorkCalendar, workingDaysBetween } from './index.ts';

const day = fc.integer({ min: 0, max: 3_000 }).map((it) => addDays(isoDate('2020-01-01'), it));
const calendar: fc.Arbitrary<WorkCalendar> = fc.record({ off: fc.uniqueArray(day, { maxLength: 40 }), worked: fc.uniqueArray(day, { maxLength: 10 }) })
  .map(({ off, worked }) => ({ off: new Set(off), worked: new Set(worked) }));
const tet: WorkCalendar = { off: new Set(['2026-01-01', '2026-01-02'] as IsoDate[]), worked: new Set(['2026-01-10'] as IsoDate[]) };

describe('working days', () => {
  it('are Monday to Friday but for holidays, and Saturdays worked instead', () => {
    expect(weekdayOf(isoDate('2026-11-22'))).toBe(7);
    expect(['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-05', '2026-01-10'].filter((it) => isWorkingDay(isoDate(it), tet))).toEqual(['2025-12-31', '2026-01-05', '2026-01-10']);
  });

  it('are counted from the day after', () => {
    expect(addWorkingDays(isoDate('2025-12-31'), 1, tet)).toBe('2026-01-05');
    expect(addWorkingDays(isoDate('2025-12-31'), 0, tet)).toBe('2025-12-31');
    expect(addWorkingDays(isoDate('2026-01-09'), 1, tet)).toBe('2026-01-10');
  });

  it('added are working days, and as many as lie between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), calendar, (from, days, on) => {
        const last = addWorkingDays(from, days, on);
        expect(isWorkingDay(last, on)).toBe(true);
        expect(workingDaysBetween(from, last, on)).toBe(days);
        expect(workingDaysBetween(last, from, on)).toBe(-days);
      }),
    );
  });
});

describe('what is due', () => {
  it('before a day is late from the first hour of that day, by a day from the next', () => {
    const on = isoDate('2026-12-15');
    expect([isLate({ kind: 'before', day: on }, on), isLate({ kind: 'by', day: on }, on)]).toEqual([true, false]);
    expect([isLate({ kind: 'before', day: on }, isoDate('2026-12-14')), isLate({ kind: 'by', day: on }, isoDate('2026-12-16'))]).toEqual([false, true]);
  });
});
