import { describe, expect, it } from 'vitest';
import { pickableUnits } from './pickable-units.ts';

const unit = (code: string, name: string, parent: string | null = null) => ({ code, name, parent });
const units = pickableUnits([unit('R', 'Ủy ban'), unit('A', 'Sở Nội vụ', 'R')], [unit('D', 'Huyện Đông')], [{ code: 'N', name: 'Trung tâm mới' }]);

describe('units to pick from', () => {
  it('are found without accents, with where they stand; what the draft founds comes first', () => {
    expect(units.find('noi vu')).toEqual([{ value: 'A', label: 'Sở Nội vụ (A) – Ủy ban' }]);
    expect(units.find('').map((it) => it.value)).toEqual(['N', 'R', 'A']);
  });

  it('are not those that stood before and are no more, whose names are still known', () => {
    expect(units.find('huyen')).toEqual([]);
    expect([units.nameOf('D'), units.nameOf('X')]).toEqual(['Huyện Đông', 'X']);
  });

  it('are no more at once than can be looked through', () => {
    expect(pickableUnits(Array.from({ length: 200 }, (_, at) => unit(`U${at}`, 'x')), [], []).find('x')).toHaveLength(50);
  });
});
