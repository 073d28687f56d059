import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { attendanceOf, type Rule, type Seen } from './attendance.ts';

const rule = (excusedCounts: Rule['excusedCounts'] = 'left-out', minAttendance = 8_000): Rule => ({ minAttendance, excusedCounts });
const seen = (mark: Seen['mark'], lessons = 4): Seen => ({ lessons, mark });
const anySeen = fc.record({ lessons: fc.integer({ min: 1, max: 12 }), mark: fc.constantFrom<Seen['mark']>('present', 'excused', 'absent', null) });
const anyRule = fc.record({ minAttendance: fc.integer({ min: 0, max: 10_000 }), excusedCounts: fc.constantFrom<Rule['excusedCounts']>('left-out', 'as-present', 'as-absent') });

describe('attendance', () => {
  it('of exactly the minimum is enough, and one lesson less is not', () => {
    const days = [seen('present'), seen('present'), seen('present'), seen('present')];
    expect(attendanceOf([...days, seen('absent')], rule())).toMatchObject({ attended: 16, due: 20, share: 8_000, enough: true });
    expect(attendanceOf([...days, seen('absent', 5)], rule())).toMatchObject({ enough: false });
  });

  it('counts lessons, not days', () => {
    expect(attendanceOf([seen('present', 1), seen('absent', 9)], rule())).toMatchObject({ share: 1_000 });
  });

  it('takes an excused absence as the province decided', () => {
    const days = [seen('present', 6), seen('excused', 2), seen('absent', 2)];
    expect(attendanceOf(days, rule('left-out'))).toMatchObject({ attended: 6, due: 8, share: 7_500 });
    expect(attendanceOf(days, rule('as-present'))).toMatchObject({ attended: 8, due: 10, share: 8_000, enough: true });
    expect(attendanceOf(days, rule('as-absent'))).toMatchObject({ attended: 6, due: 10, share: 6_000 });
  });

  it('is unknown before the first lesson, and nobody has then done enough', () => {
    expect(attendanceOf([], rule('left-out', 0))).toEqual({ attended: 0, excused: 0, due: 0, share: null, enough: false });
    expect(attendanceOf([seen('excused')], rule())).toMatchObject({ share: null, enough: false });
  });

  it('takes what was not noted for an absence', () => {
    expect(attendanceOf([seen('present'), seen(null)], rule())).toEqual(attendanceOf([seen('present'), seen('absent')], rule()));
  });

  it('never falls by coming, and does not depend on the order of days', () => {
    fc.assert(
      fc.property(fc.array(anySeen, { minLength: 1, maxLength: 20 }), anyRule, fc.nat(), (days, by, at) => {
        const one = at % days.length;
        const came = attendanceOf(days.map((it, index) => (index === one ? { ...it, mark: 'present' as const } : it)), by);
        const before = attendanceOf(days, by);
        expect(came.attended).toBeGreaterThanOrEqual(before.attended);
        expect(before.enough && !came.enough).toBe(false);
        expect(attendanceOf(days.toReversed(), by)).toEqual(before);
      }),
    );
  });

  it('is a share between nothing and everything', () => {
    fc.assert(
      fc.property(fc.array(anySeen, { maxLength: 20 }), anyRule, (days, by) => {
        const { share, attended, due } = attendanceOf(days, by);
        expect(attended).toBeLessThanOrEqual(due);
        if (share !== null) expect(share >= 0 && share <= 10_000).toBe(true);
      }),
    );
  });
});
