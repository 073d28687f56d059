import { expect, it } from 'vitest';
import { dayAt, dayOf, monthsLater, partsOfDay, typed } from './day.ts';

it('counts days from 1970 and writes them as an officer does', () => {
  expect(dayOf('1970-01-02')).toBe(1);
  expect(typed(dayOf('2025-07-01'))).toBe('01/07/2025');
  expect(typed(dayOf('1961-12-09'))).toBe('09/12/1961');
  expect(partsOfDay(dayAt(2024, 2, 29))).toEqual({ year: 2024, month: 2, date: 29 });
});

it('goes on into the next month where a month has no such day', () => {
  expect(typed(monthsLater(dayOf('2025-01-31'), 1))).toBe('03/03/2025');
  expect(typed(monthsLater(dayOf('2024-05-10'), 24))).toBe('10/05/2026');
});

it('refuses a text that is no date', () => {
  expect(() => dayOf('31/12/2025')).toThrow(RangeError);
});
