import { describe, expect, it } from 'vitest';
import type { ByUnit } from './queries.ts';
import { sortUnits, type UnitOrder } from './sort-units.ts';

const row = (code: string, denominator: number, percent: number | null): ByUnit['units'][number] => ({
  code, name: code, hasUnits: false,
  progress: { target: 't', milestone: '2025-12-31', denominator, numerator: 0, percent, goalPercent: 50, missing: 1, focus: null, levelAlone: null, unknown: {}, status: 'measured' },
});
const rows = [row('a', 4, 25), row('b', 0, null), row('c', 10, 0), row('d', 8, 25)];
const codes = (order: UnitOrder) => sortUnits(rows, order).map((it) => it.code).join('');

describe('units in an order', () => {
  it('have those without anybody last, whichever way it goes', () => {
    expect(codes({ by: 'percent', down: false })).toBe('cadb');
    expect(codes({ by: 'percent', down: true })).toBe('adcb');
  });

  it('stay as they were where they are equal, and in the order of the authorities unless another is asked for', () => {
    expect(codes({ by: 'unit', down: false })).toBe('abcd');
    expect(codes({ by: 'denominator', down: true })).toBe('cdab');
  });
});
