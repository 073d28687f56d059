import { readChangeRows } from '@saubac/domain/unit-changes';
import { isoDate } from '@saubac/domain/values';
import { describe, expect, it } from 'vitest';

import { genericProfile, sampleReform } from '../src/index.ts';

const { eve, change, after } = sampleReform({ profile: genericProfile, people: 1_500, seed: 7 });

describe('a sample parted at its reform', () => {
  it('knows nothing of the reform on the eve, and has no district after it', () => {
    const units = [...eve.units];
    expect(units.filter(({ valid_from: from, valid_to: to }) => from === '01/07/2025' || to === '30/06/2025')).toEqual([]);
    expect(units.some(({ tier, valid_to: to }) => tier === 'Cấp huyện' && to === '')).toBe(true);
    expect([...after.units].some(({ tier, valid_to: to }) => tier === 'Cấp huyện' && to === '')).toBe(false);
  });

  it('holds the same people, but for those who come with the reform', () => {
    const idsOf = (rows: Iterable<{ id_number: string }>) => new Set([...rows].map((it) => it.id_number));
    const [before, then] = [idsOf(eve.people), idsOf(after.people)];
    expect([...before].filter((it) => !then.has(it))).toEqual([]);
    expect(then.size - before.size).toBeLessThan(then.size / 50);
    expect(change.moves.length).toBeGreaterThan(100);
    expect(change.moves.filter(({ id_number: id }) => !before.has(id))).toEqual([]);
  });

  it('states a reform that every cell of can be read', () => {
    const rows = (list: readonly object[]) => list.map((cells, i) => ({ row: i + 2, cells: cells as Record<string, string> }));
    const read = readChangeRows({ operations: rows(change.operations), moves: rows(change.moves) }, isoDate('2025-07-01'));
    expect(read.refusals).toEqual([]);
    expect(read.moves).toHaveLength(change.moves.length);
    expect(new Set(read.operations.map(({ op }) => op))).toEqual(new Set(['establish', 'merge', 'move', 'rename', 'line', 'abolish']));
  });
});
