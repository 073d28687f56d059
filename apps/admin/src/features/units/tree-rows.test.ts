import { describe, expect, it } from 'vitest';
import type { UnitOnDay } from './queries.ts';
import { markedUnits, openable, toggled, type TreeLine, treeRows, unitTree } from './tree-rows.ts';

const unit = (code: string, parent: string | null, more: Partial<UnitOnDay> = {}): UnitOnDay => ({
  id: code, code, name: code, parent, depth: 0, tier: 'province', bodyKind: 'state', field: null, needsLanguage: false, people: 1, reportsTo: null, budgetsThrough: null, ...more,
});
const world = [unit('R', null), unit('A', 'R', { name: 'Sở Nội vụ' }), unit('A1', 'A', { people: 4 }), unit('B', 'R', { reportsTo: 'A', budgetsThrough: 'B' })];
const treeOf = (units: readonly UnitOnDay[], line: TreeLine = 'manages', before?: readonly UnitOnDay[]) => unitTree(markedUnits(units, before), line);
const none = { search: '', changedAlone: false };
const drawn = (rows: ReturnType<typeof treeRows>) => rows.map(({ unit: { code }, depth }) => `${'  '.repeat(depth)}${code}`);

describe('the tree of units', () => {
  it('shows what is opened, and counts people and units below whether they are shown or not', () => {
    const rows = treeRows(treeOf(world), new Set(['R']), none);
    expect(drawn(rows)).toEqual(['R', '  A', '  B']);
    expect(rows.map(({ open, people, units }) => [open, people, units])).toEqual([[true, 7, 3], [false, 5, 1], [null, 1, 0]]);
  });

  it('stands by another line where that says something, and at the top where a unit pays through itself', () => {
    expect(drawn(treeRows(treeOf(world, 'reports-to'), 'all', none))).toEqual(['R', '  A', '    A1', '    B']);
    expect(drawn(treeRows(treeOf(world, 'budgets-through'), 'all', none))).toEqual(['R', '  A', '    A1', 'B']);
  });

  it('loses no unit whose way up leads nowhere or in a circle', () => {
    const circle = [unit('X', null, { reportsTo: 'Y' }), unit('Y', null, { reportsTo: 'X' }), unit('Z', 'X'), unit('W', 'elsewhere')];
    expect(drawn(treeRows(treeOf(circle, 'reports-to'), 'all', none))).toEqual(['X', '  Z', 'Y', 'W']);
  });

  it('shows what was found with all above it, opened', () => {
    expect(drawn(treeRows(treeOf(world), new Set(), { ...none, search: 'noi vu' }))).toEqual(['R', '  A']);
    expect(treeRows(treeOf(world), new Set(), { ...none, search: 'nowhere' })).toEqual([]);
  });
});

describe('what a day did', () => {
  const before = [unit('R', null), unit('A', 'R'), unit('D', 'R', { people: 9 }), unit('B', 'R')];
  const after = [unit('R', null), unit('A', 'R', { name: 'other' }), unit('N', 'R'), unit('B', 'R', { people: 3 })];

  it('marks what began, what is no more and what became something else; people who come and go change no unit', () => {
    expect(markedUnits(after, before).map(({ unit: { code }, mark }) => [code, mark])).toEqual([['R', null], ['A', 'changed'], ['N', 'new'], ['B', null], ['D', 'gone']]);
    expect(markedUnits(after, undefined).every(({ mark }) => mark === null)).toBe(true);
  });

  it('does not count who was in a unit that is no more', () => {
    expect(treeRows(treeOf(after, 'manages', before), 'all', none)[0]).toMatchObject({ people: 6, units: 3 });
  });

  it('can be shown alone', () => {
    expect(drawn(treeRows(treeOf(after, 'manages', before), new Set(), { search: '', changedAlone: true }))).toEqual(['R', '  A', '  N', '  D']);
  });
});

describe('opening and shutting', () => {
  it('keeps what else is opened, also where all was', () => {
    const tree = treeOf(world);
    expect(openable(tree)).toEqual(['R', 'A']);
    expect([...toggled(tree, new Set(['R']), 'A')]).toEqual(['R', 'A']);
    expect([...toggled(tree, 'all', 'A')]).toEqual(['R']);
  });
});
