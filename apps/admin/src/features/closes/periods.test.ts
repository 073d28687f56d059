import { describe, expect, it } from 'vitest';
import { likelyPeriod, nameOfPeriod, periodsToClose, usualCutOff } from './periods.ts';

describe('a period to be closed', () => {
  it('goes by the name of its year or half, and by its days where it has none', () => {
    expect(nameOfPeriod({ from: '2025-01-01', to: '2025-12-31' })).toEqual({ kind: 'year', year: 2025 });
    expect(nameOfPeriod({ from: '2025-01-01', to: '2025-06-30' })).toEqual({ kind: 'firstHalf', year: 2025 });
    expect(nameOfPeriod({ from: '2025-07-01', to: '2025-12-31' })).toEqual({ kind: 'secondHalf', year: 2025 });
    expect(nameOfPeriod({ from: '2024-11-01', to: '2025-10-30' })).toEqual({ kind: 'days' });
  });

  it('is offered once it has begun', () => {
    expect(periodsToClose('2026-06-30')[0]).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(periodsToClose('2026-06-30')).not.toContainEqual({ from: '2026-07-01', to: '2026-12-31' });
    expect(periodsToClose('2026-07-01')).toContainEqual({ from: '2026-07-01', to: '2026-12-31' });
  });

  it('counts people on its last day, or today while that is still to come', () => {
    expect(usualCutOff({ from: '2025-01-01', to: '2025-12-31' }, '2026-03-01')).toBe('2025-12-31');
    expect(usualCutOff({ from: '2026-01-01', to: '2026-12-31' }, '2026-03-01')).toBe('2026-03-01');
  });

  it('is at first the last one that is over', () => {
    expect(likelyPeriod('2026-11-23')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(likelyPeriod('2026-03-01')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });
});
