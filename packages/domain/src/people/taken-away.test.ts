import { describe, expect, it } from 'vitest';
import { isoDate } from '../values/index.ts';
import type { Period, PeriodEnd } from './periods.ts';
import { takenAway } from './taken-away.ts';

const period = (id: string, value: string, from: string, to: string): Period<string> => ({ id, value, from: isoDate(from), to: to as PeriodEnd });
const lost = (before: Period<string>[], after: Period<string>[]) => takenAway(before, after, Object.is).map((it) => `${it.period.id}: ${it.left.map(({ from, to }) => `${from} ${to}`).join()}`);

describe('what a correction takes away', () => {
  const first = period('1', 'a', '2015-01-01', '2020-01-01');
  const second = period('2', 'b', '2020-01-01', 'infinity');

  it('is a period that is gone, and the days cut off one', () => {
    expect(lost([first, second], [period('1', 'a', '2015-01-01', 'infinity')])).toEqual(['2: ']);
    expect(lost([first, second], [period('1', 'a', '2015-01-01', '2018-01-01'), period('2', 'b', '2018-01-01', 'infinity')])).toEqual(['1: 2015-01-01 2018-01-01']);
  });

  it('is nothing where a period is rewritten in place, extended or joined with its like', () => {
    expect(lost([first], [period('1', 'c', '2015-01-01', 'infinity')])).toEqual([]);
    expect(lost([first, period('2', 'a', '2020-01-01', 'infinity')], [period('1', 'a', '2015-01-01', 'infinity')])).toEqual([]);
  });
});
