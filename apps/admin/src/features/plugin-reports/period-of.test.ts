import { describe, expect, it } from 'vitest';
import { periodOf, years } from './period-of.ts';

describe('the period of a section', () => {
  it('is this year where nobody says otherwise', () => {
    expect(periodOf({}, '2026-05-04')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(years('2026-05-04').map((it) => it.year)).toEqual([2026, 2025, 2024]);
  });

  it('is the rest of the year that one day names', () => {
    expect(periodOf({ from: '2024-07-01' }, '2026-05-04')).toEqual({ from: '2024-07-01', to: '2024-12-31' });
    expect(periodOf({ to: '2024-06-30' }, '2026-05-04')).toEqual({ from: '2024-01-01', to: '2024-06-30' });
  });

  it('never ends before it begins', () => {
    expect(periodOf({ from: '2026-03-01', to: '2025-01-01' }, '2026-05-04')).toEqual({ from: '2026-03-01', to: '2026-12-31' });
  });
});
