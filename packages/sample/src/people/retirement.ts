// Vietnamese as data: words of the choice columns of the roster template.
import { dayAt, partsOfDay, type Day } from '../values/day.ts';
import type { Sex } from './names.ts';

/** Months of age at which people retire in a year (Decree 135/2020: from 2021 men + 3 months a year to 62, women + 4 months a year to 60). */
export const retirementMonths = (sex: Sex, year: number): number =>
  sex === 'Nam' ? Math.min(744, 720 + 3 * Math.max(0, year - 2020)) : Math.min(720, 660 + 4 * Math.max(0, year - 2020));

/** The first day of retirement of somebody born on a day: the first of the month after the month in which the age of that year is reached. */
export const retirementDay = (birth: Day, sex: Sex): Day => {
  const { year, month } = partsOfDay(birth);
  const born = year * 12 + month - 1;
  let at = born + retirementMonths(sex, 2020);
  // The age rises while one approaches it, so it is tried again with the age of the year it was reached in.
  for (let i = 0; i < 8; i += 1) {
    const next = born + retirementMonths(sex, Math.floor(at / 12));
    if (next === at) break;
    at = next;
  }
  return dayAt(Math.floor(at / 12), (at % 12) + 2, 1);
};
