import type { ByUnit } from './queries.ts';

type Row = ByUnit['units'][number];

/** What a table of units may be sorted by; `unit` is the order of the authorities themselves. */
export type UnitOrder = { by: 'unit' | 'denominator' | 'numerator' | 'percent' | 'missing'; down: boolean };

/** Units in an order. Those without a figure come last, whichever way it goes; equal ones stay as they were. */
export const sortUnits = (rows: readonly Row[], { by, down }: UnitOrder): Row[] => {
  if (by === 'unit') return down ? rows.toReversed() : [...rows];
  const value = (row: Row): number | null => (row.progress.denominator ? row.progress[by] : null);
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return down ? y - x : x - y;
  });
};
