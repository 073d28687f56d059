import { describe, expect, it } from 'vitest';
import { yearPoints } from './year-points.ts';

const figures = { target: 't', milestone: '2025-12-31', denominator: 10, numerator: 1, percent: 10, goalPercent: 60, missing: 5, focus: null, levelAlone: null, unknown: {}, status: 'measured' as const };
const point = (on: string, more: { source?: 'close' | 'computed'; denominator?: number | null; percent?: number | null } = {}) => ({
  on, source: more.source ?? ('computed' as const), progress: { ...figures, denominator: more.denominator === undefined ? 10 : more.denominator, percent: more.percent === undefined ? 10 : more.percent },
});

describe('the years of a target', () => {
  it('are told with what they rest on, the last of them where there are many', () => {
    const found = yearPoints([point('2021-12-31'), point('2022-12-31', { source: 'close', percent: 1.25 }), point('2023-12-31')], 2);
    expect(found).toEqual([{ year: '2022', percent: 1.25, closed: true }, { year: '2023', percent: 10, closed: false }]);
  });

  it('do not count days within a year, nor years in which nobody was in the cohort', () => {
    expect(yearPoints([point('2023-06-30'), point('2022-12-31', { denominator: 0, percent: null }), point('2021-12-31', { denominator: null, percent: null })], 6)).toEqual([]);
  });
});
