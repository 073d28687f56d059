import { describe, expect, it } from 'vitest';
import { byMilestone, isLate } from './by-milestone.ts';
import type { TargetFigures } from './queries.ts';

const target = (more: Partial<TargetFigures>): TargetFigures => ({
  target: 'a', plan: 'p', planVersion: 1, milestone: '2025-12-31', title: { vi: 'A' }, denominator: 10, numerator: 1, percent: 10, goalPercent: 50, missing: 4, focus: null, levelAlone: null, unknown: {}, status: 'measured', statusText: '', ...more,
});

describe('targets on the overview', () => {
  it('stand together that are due on the same day of the same plan', () => {
    const groups = byMilestone([target({}), target({ target: 'b' }), target({ target: 'c', milestone: '2030-12-31' }), target({ target: 'd', plan: 'q' })], '2025-12-31');
    expect(groups.map((it) => [it.plan, it.day, it.past, it.targets.length])).toEqual([
      ['p', '2025-12-31', true, 2],
      ['p', '2030-12-31', false, 1],
      ['q', '2025-12-31', true, 1],
    ]);
  });

  it('are late from their day on while heads are missing', () => {
    expect(isLate(target({}), '2025-12-31')).toBe(true);
    expect(isLate(target({}), '2025-12-30')).toBe(false);
    expect(isLate(target({ missing: 0 }), '2026-01-01')).toBe(false);
  });

  it('are late while no document proves them', () => {
    expect(isLate(target({ status: 'no-evidence', missing: null }), '2026-01-01')).toBe(true);
    expect(isLate(target({ status: 'met', missing: null }), '2026-01-01')).toBe(false);
  });

  it('are not called late where there is nothing to measure', () => {
    expect(isLate(target({ status: 'empty', missing: 0 }), '2026-01-01')).toBe(false);
    expect(isLate(target({ status: 'unavailable', missing: null }), '2026-01-01')).toBe(false);
  });
});
