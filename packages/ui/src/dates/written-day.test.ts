import { isoDate } from '@saubac/domain/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, writeDay } from './written-day.ts';

describe('a day that is typed', () => {
  it.each(['31/12/2025', '31-12-2025', '31.12.2025', '31 12 2025', '31122025', ' 31/12/2025 ', '2025-12-31'])('may be %s', (typed) => {
    expect(readDay(typed)).toBe('2025-12-31');
  });

  it('has the day first, never the month', () => {
    expect(readDay('5/3/2025')).toBe('2025-03-05');
    expect(readDay('12/31/2025')).toBeUndefined();
  });

  it.each(['', '31/12/25', '30/02/2025', '1/1', 'hôm nay', '31/12/2025x'])('is not "%s"', (typed) => {
    expect(readDay(typed)).toBeUndefined();
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
        const day = isoDate(date.toISOString().slice(0, 10));
        expect(readDay(writeDay(day))).toBe(day);
      }),
    );
  });
});
