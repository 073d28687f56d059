import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, typed } from '../values/day.ts';
import { retirementDay, retirementMonths } from './retirement.ts';

it('raises the age by three months a year for men and four for women, up to 62 and 60', () => {
  expect(retirementMonths('Nam', 2020)).toBe(60 * 12);
  expect(retirementMonths('Nam', 2025)).toBe(61 * 12 + 3);
  expect(retirementMonths('Nam', 2040)).toBe(62 * 12);
  expect(retirementMonths('Nữ', 2021)).toBe(55 * 12 + 4);
  expect(retirementMonths('Nữ', 2025)).toBe(56 * 12 + 8);
  expect(retirementMonths('Nữ', 2040)).toBe(60 * 12);
});

it('retires people as the appendix of the decree says', () => {
  expect(typed(retirementDay(dayOf('1961-01-15'), 'Nam'))).toBe('01/05/2021');
  expect(typed(retirementDay(dayOf('1966-01-15'), 'Nữ'))).toBe('01/06/2021');
  expect(typed(retirementDay(dayOf('1960-06-15'), 'Nam'))).toBe('01/07/2020');
});

it('never lets somebody younger retire before somebody older', () => {
  fc.assert(fc.property(fc.integer({ min: dayOf('1955-01-01'), max: dayOf('2003-12-31') }), fc.nat(4_000), fc.constantFrom('Nam' as const, 'Nữ' as const), (birth, days, sex) => {
    expect(retirementDay(birth + days, sex)).toBeGreaterThanOrEqual(retirementDay(birth, sex));
  }));
});
