import { describe, expect, it } from 'vitest';
import { isoDate, type IsoDate } from '../values/index.ts';
import type { Period } from './periods.ts';
import { pathsOfUnits, reconcileUnits, statedAncestor, type StatedUnit, type UnitValue } from './unit-history.ts';

const on = isoDate('2025-07-01');
const value = (parent: string | null, name = 'x'): UnitValue => ({
  name, parent, officialCode: null, tier: 'province', bodyKind: 'state', field: null, needsLanguage: false, reportsTo: null, budgetsThrough: null,
});
const version = (parent: string | null, from = '2020-01-01', to = 'infinity', name?: string): Period<UnitValue> => ({ from: from as IsoDate, to: to as IsoDate, value: value(parent, name) });
const row = (code: string, parent: string | null, from: string | null, to = 'infinity', name?: string): StatedUnit => ({ row: 2, code, from: from as IsoDate | null, to: to as IsoDate, value: value(parent, name) });
const rules = { on, mode: 'from-effective-date' } as const;
const shown = (periods: readonly Period<string>[] | undefined) => periods?.map((it) => `${it.value} ${it.from} ${it.to}`);

describe('units', () => {
  it('start on the effective date when new and undated', () => {
    const { units } = reconcileUnits(new Map(), [row('A', null, null)], rules);
    expect(units.get('A')?.[0]?.from).toBe(on);
  });

  it('get a new version from the effective date when a value changes, and keep it when the file comes again', () => {
    const known = new Map([['A', [version(null)]]]);
    const first = reconcileUnits(known, [row('A', null, '2020-01-01', 'infinity', 'new name')], rules);
    expect(first.units.get('A')?.map((it) => `${it.value.name} ${it.from} ${it.to}`)).toEqual(['x 2020-01-01 2025-07-01', 'new name 2025-07-01 infinity']);
    expect(reconcileUnits(first.units, [row('A', null, '2020-01-01', 'infinity', 'new name')], rules).units).toEqual(first.units);
  });

  it('are refused when two rows of one unit overlap', () => {
    const { outcomes } = reconcileUnits(new Map(), [row('A', null, '2020-01-01'), row('A', null, '2022-01-01')], rules);
    expect(outcomes).toHaveLength(2);
    expect(outcomes[0]).toMatchObject({ kind: 'refused', problem: { kind: 'overlapping-rows' } });
  });

  it('have the codes from the root down as their path, anew from the day an ancestor moves', () => {
    const units = new Map([
      ['R', [version(null)]], ['S', [version(null)]],
      ['A', [version('R', '2020-01-01', '2025-07-01'), version('S', '2025-07-01')]],
      ['B', [version('A')]],
    ]);
    const { paths, problems } = pathsOfUnits(units);
    expect(problems).toEqual([]);
    expect(shown(paths.get('B'))).toEqual(['R/A/B/ 2020-01-01 2025-07-01', 'S/A/B/ 2025-07-01 infinity']);
  });

  it('have a problem when the parent is unknown, ends before them or stands below them', () => {
    const units = new Map([['A', [version('Z')]], ['R', [version(null, '2020-01-01', '2025-07-01')]], ['B', [version('R')]], ['C', [version('D')]], ['D', [version('C')]], ['E', [version('D')]]]);
    expect(pathsOfUnits(units).problems).toEqual([
      { code: 'A', column: 'parent_code', kind: 'unknown-unit' },
      { code: 'B', column: 'parent_code', kind: 'unit-not-valid-then' },
      { code: 'C', column: 'parent_code', kind: 'unit-circle' },
      { code: 'D', column: 'parent_code', kind: 'unit-circle' },
    ]);
  });

  it('may swap places in time without a circle', () => {
    const units = new Map([
      ['A', [version(null, '2020-01-01', '2025-07-01'), version('B', '2025-07-01')]],
      ['B', [version('A', '2020-01-01', '2025-07-01'), version(null, '2025-07-01')]],
    ]);
    expect(pathsOfUnits(units).problems).toEqual([]);
  });

  it('show the problem of a unit the file does not state at the ancestor that it does', () => {
    const units = new Map([['R', [version(null, '2020-01-01', '2025-07-01')]], ['B', [version('R')]]]);
    expect(statedAncestor(units, new Set(['R']), 'B')).toBe('R');
    expect(statedAncestor(units, new Set(['X']), 'B')).toBeUndefined();
  });
});
