import { describe, expect, it } from 'vitest';
import { dateInWords, readDateNumber, readDateObject, readDateText } from './date-cell.ts';

describe('date cells', () => {
  it.each([
    ['01/02/1980', '1980-02-01', 'day'],
    ['1/2/1980', '1980-02-01', 'day'],
    ['1980-02-01', '1980-02-01', 'day'],
    ['29/02/2024', '2024-02-29', 'day'],
    ['2/1980', '1980-02-01', 'month'],
    ['1980', '1980-01-01', 'year'],
  ])('reads %s with the day first', (text, date, precision) => {
    expect(readDateText(text)).toEqual({ date, precision });
  });

  it.each([
    ['30/02/1980', 'no-such-day'],
    ['02/13/1980', 'no-such-day'],
    ['1/2/80', 'not-a-date'],
    ['hôm qua', 'not-a-date'],
    ['31/12/9999', 'year-out-of-range'],
    ['15/03/1085', 'year-out-of-range'],
  ])('refuses %s', (text, problem) => {
    expect(readDateText(text)).toEqual({ problem });
  });

  it('takes a number as a year where it looks like one, as a day number of the spreadsheet otherwise', () => {
    expect(readDateNumber(1975)).toEqual({ date: '1975-01-01', precision: 'year' });
    expect(readDateNumber(29_252)).toEqual({ date: '1980-02-01', precision: 'day' });
    expect(readDateNumber(12)).toEqual({ problem: 'not-a-date' });
  });

  it('takes the day of a date cell whatever its time', () => {
    expect(readDateObject(new Date('1980-02-01T00:00:00Z'))).toEqual({ date: '1980-02-01', precision: 'day' });
  });

  it('is written with leading zeros, as far as it is known', () => {
    expect([dateInWords('1980-02-01'), dateInWords('1980-02-01', 'month'), dateInWords('1980-01-01', 'year')]).toEqual(['01/02/1980', '02/1980', '1980']);
  });
});
