import { isoDate } from '@saubac/domain/values';
import { describe, expect, it } from 'vitest';
import { dayAt, dayByKey, nextChange, placeOf, timeMarks, timeRange, yearsOf } from './time-marks.ts';

const changed = (on: string, began: number) => ({ on, began, ended: 0, changed: 0 });
const days = [changed('2015-01-01', 900), changed('2020-01-01', 2), changed('2025-07-01', 200)];
const today = isoDate('2026-11-22');
const range = timeRange(days, today, today);

describe('the time that the slider reaches', () => {
  it('begins with the first change and ends after today, or after a change to come', () => {
    expect(range).toEqual({ first: '2015-01-01', last: '2027-05-22' });
    expect(timeRange([...days, changed('2028-01-01', 1)], today, today).last).toBe('2028-07-01');
    expect(timeRange([changed('1990-01-01', 900), ...days.slice(1)], today, today).first).toBe('2015-01-01');
    expect(timeRange([changed('1990-01-01', 900)], today, today).first).toBe('2021-11-22');
    expect(timeRange([], today, today)).toEqual({ first: '2021-11-22', last: '2027-05-22' });
  });

  it('holds the day that is shown, wherever that is', () => {
    expect(timeRange(days, today, isoDate('2001-02-03')).first).toBe('2001-02-03');
    expect(timeRange(days, today, isoDate('2040-02-03')).last).toBe('2040-02-03');
  });
});

describe('marks', () => {
  const marks = timeMarks(days, range);

  it('stand where their days are, and say where much happened', () => {
    expect(marks.map(({ on, large }) => [on, large])).toEqual([['2015-01-01', true], ['2020-01-01', false], ['2025-07-01', true]]);
    expect(marks[0]?.at).toBe(0);
    expect(placeOf(range, range.last)).toBe(1);
  });

  it('are none before the time that is shown', () => {
    expect(timeMarks([changed('1990-01-01', 900), ...days.slice(1)], range)).toHaveLength(2);
  });

  it('draw a pointer to them that comes near', () => {
    expect(dayAt(marks, range, (marks[2]?.at ?? 0) + 0.004)).toBe('2025-07-01');
    expect(dayAt(marks, range, 1)).toBe(range.last);
    expect(dayAt(marks, range, 2)).toBe(range.last);
  });
});

describe('moving by keys', () => {
  const on = isoDate('2025-07-01');

  it('goes by days, by months and to the ends, never beyond', () => {
    expect(dayByKey('ArrowLeft', false, on, range)).toBe('2025-06-30');
    expect(dayByKey('ArrowUp', true, on, range)).toBe('2025-08-01');
    expect(dayByKey('PageDown', false, on, range)).toBe('2025-06-01');
    expect(dayByKey('Home', false, on, range)).toBe(range.first);
    expect(dayByKey('ArrowRight', false, range.last, range)).toBe(range.last);
    expect(dayByKey('Enter', false, on, range)).toBeUndefined();
  });

  it('goes from change to change', () => {
    expect(nextChange(days, on, -1)).toBe('2020-01-01');
    expect(nextChange(days, isoDate('2020-01-02'), 1)).toBe('2025-07-01');
    expect(nextChange(days, on, 1)).toBeUndefined();
  });
});

describe('years under the slider', () => {
  it('are all written where they fit, else every so many', () => {
    expect(yearsOf(timeRange([], today, today)).map((it) => it.year)).toEqual([2022, 2023, 2024, 2025, 2026, 2027]);
    expect(yearsOf({ first: isoDate('1986-01-01'), last: isoDate('2026-01-01') }).length).toBeLessThanOrEqual(12);
  });
});
