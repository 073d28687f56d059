import type { ListedUnit } from '@saubac/db/units';
import type { UnitId } from '@saubac/domain/values';
import { describe, expect, it } from 'vitest';
import { foundBy, markedUnits } from './units-of-list.ts';

const unit = (code: string, name = code, people = 0): ListedUnit => ({ id: code as UnitId, code, name, parent: null, depth: 0, tier: 'province', bodyKind: 'state', field: null, needsLanguage: null, people, reportsTo: null, budgetsThrough: null });

describe('the units of a list', () => {
  it('say what the day did to them, and name those that are no more', () => {
    const marked = markedUnits([unit('A', 'Sở mới'), unit('B', 'B', 7), unit('N')], [unit('A', 'Sở cũ'), unit('B'), unit('D')]);
    expect(marked.map(({ unit: { code }, mark }) => [code, mark])).toEqual([['A', 'changed'], ['B', null], ['N', 'new'], ['D', 'gone']]);
  });

  it.each([['noi vu', true], ['SNV', true], ['nv', false], ['', true], ['xay dung', false]])('“%s” is found without accents, or by the beginning of a code', (search, found) => {
    expect(foundBy(search)(unit('SNV-01', 'Sở Nội vụ'))).toBe(found);
  });
});
