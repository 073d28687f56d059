import { describe, expect, it } from 'vitest';

import { isoDate, share } from '../values/index.ts';
import { evidenceProgress, progressOf, type TargetCounts, unavailable } from './index.ts';

const target = { id: 't', milestone: isoDate('2025-12-31'), goal: share(2_500), focus: null, extra: null };
const counts: TargetCounts = { denominator: 800, numerator: 26, plain: 40, focusDenominator: 0, focusNumerator: 0, focusPlain: 0, unknown: { age: 3, leader: 0 } };

describe('the answer for a target', () => {
  it('gives percent, goal and missing heads, and names only facts that are unknown of somebody', () => {
    expect(progressOf(target, counts, true)).toEqual({
      target: 't', milestone: '2025-12-31', denominator: 800, numerator: 26, percent: 3.25, goalPercent: 25, missing: 174, focus: null, levelAlone: null, unknown: { age: 3 }, status: 'measured',
    });
  });

  it('says the cohort is empty instead of 0 % or 100 %', () => {
    const empty = progressOf({ ...target, focus: true }, { ...counts, denominator: 0, numerator: 0, plain: 0 }, true);
    expect(empty).toMatchObject({ status: 'empty', percent: null, missing: 0, focus: { denominator: 0, numerator: 0, percent: null } });
  });

  it('shows the level alone and "not yet measurable" while nothing proves the second condition', () => {
    const waiting = progressOf({ ...target, extra: true, focus: true }, { ...counts, numerator: 0, focusDenominator: 50, focusNumerator: 0, focusPlain: 4 }, false);
    expect(waiting.focus).toEqual({ denominator: 50, numerator: 4, percent: 8 });
    expect(waiting).toMatchObject({ status: 'not-yet-measurable', numerator: 40, percent: 5, missing: 160, levelAlone: { numerator: 40, percent: 5, missing: 160 } });
  });

  it('shows both once the second condition can be measured', () => {
    expect(progressOf({ ...target, extra: true }, counts, true)).toMatchObject({ status: 'measured', numerator: 26, levelAlone: { numerator: 40 } });
  });

  it('gives no figure at all while a fact can not be had', () => {
    expect(unavailable(target)).toMatchObject({ status: 'unavailable', denominator: null, percent: null, missing: null, goalPercent: 25 });
  });

  it('without a percentage is met by evidence or says that none is recorded', () => {
    expect(evidenceProgress(target, true)).toMatchObject({ status: 'met', goalPercent: null });
    expect(evidenceProgress(target, false)).toMatchObject({ status: 'no-evidence' });
  });
});
