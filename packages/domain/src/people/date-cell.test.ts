import fc from 'fast-check';
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
    ['01.02.1980', '1980-02-01', 'day'],
    ['1980/2/1', '1980-02-01', 'day'],
    ['1980-02-01 00:00:00', '1980-02-01', 'day'],
    ['ngày 5 tháng 3 năm 1980', '1980-03-05', 'day'],
    ['Ngày 05, tháng 03, năm 1980', '1980-03-05', 'day'],
    ['tháng 3 năm 1980', '1980-03-01', 'month'],
    ['năm 1980', '1980-01-01', 'year'],
    ['5-Mar-1980', '1980-03-05', 'day'],
    ['5-thg3-1980', '1980-03-05', 'day'],
    ['00/00/1980', '1980-01-01', 'year'],
    ['00/03/1980', '1980-03-01', 'month'],
  ])('reads %s with the day first', (text, date, precision) => {
    expect(readDateText(text)).toEqual({ date, precision });
  });

  it.each([
    ['30/02/1980', 'no-such-day'],
    ['32/13/1980', 'no-such-day'],
    ['13/32/1980', 'no-such-day'],
    ['5-Foo-1980', 'not-a-date'],
    ['hôm qua', 'not-a-date'],
    ['31/12/9999', 'year-out-of-range'],
    ['15/03/1085', 'year-out-of-range'],
  ])('refuses %s', (text, problem) => {
    expect(readDateText(text)).toEqual({ problem });
  });

  it('takes a number as a year where it looks like one, as a day number of the spreadsheet otherwise', () => {
    expect(readDateNumber(1975)).toEqual({ date: '1975-01-01', precision: 'year' });
    expect(readDateNumber(29_252)).toEqual({ date: '1980-02-01', precision: 'day', mend: 'date-serial' });
    expect(readDateText('29252')).toEqual(readDateNumber(29_252));
    expect(readDateNumber(12)).toEqual({ problem: 'not-a-date' });
  });

  it('counts day numbers from 1904 where the workbook does', () => {
    expect(readDateNumber(27_790, { epoch: 1904 })).toEqual(readDateNumber(29_252));
    expect(readDateNumber(1975, { epoch: 1904 })).toEqual({ date: '1975-01-01', precision: 'year' });
  });

  it('takes the month first only where the other order is no day, and says so', () => {
    expect(readDateText('02/13/1980')).toEqual({ date: '1980-02-13', precision: 'day', mend: 'date-month-first' });
    expect(readDateText('02/12/1980')).toEqual({ date: '1980-12-02', precision: 'day' });
  });

  it('says where it had to choose the century of a year', () => {
    expect(readDateText('1-2-80')).toEqual({ date: '1980-02-01', precision: 'day', mend: 'date-short-year' });
    expect(readDateText('1/2/05')).toMatchObject({ date: '2005-02-01', mend: 'date-short-year' });
    expect(readDateText('31/12/35')).toMatchObject({ date: '2035-12-31' });
    expect(readDateText('31/12/35', { shortYearsUntil: 2029 })).toMatchObject({ date: '1935-12-31' });
  });

  it('reads every day in every order that tells it for certain', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }), (at) => {
        const date = at.toISOString().slice(0, 10);
        const [year, month, day] = date.split('-').map(Number) as [number, number, number];
        for (const text of [`${day}/${month}/${year}`, `${day}.${month}.${year}`, `${year}-${month}-${day}`, `ngày ${day} tháng ${month} năm ${year}`, `${day}-${month}-${String(year).slice(2)}`]) {
          expect(readDateText(text)).toMatchObject({ date, precision: 'day' });
        }
        expect(readDateText(`${month}/${day}/${year}`)).toMatchObject({ date: day > 12 ? date : `${year}-${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}` });
      }),
    );
  });

  it('answers any text with a day or a reason', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(Object.keys(readDateText(text))).toContain('date' in readDateText(text) ? 'precision' : 'problem')));
  });

  it('takes the day of a date cell whatever its time', () => {
    expect(readDateObject(new Date('1980-02-01T00:00:00Z'))).toEqual({ date: '1980-02-01', precision: 'day' });
  });

  it('is written with leading zeros, as far as it is known', () => {
    expect([dateInWords('1980-02-01'), dateInWords('1980-02-01', 'month'), dateInWords('1980-01-01', 'year')]).toEqual(['01/02/1980', '02/1980', '1980']);
  });
});
