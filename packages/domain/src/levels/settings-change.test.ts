import { defaultSettings } from '@saubac/testing/levels';
import { describe, expect, it } from 'vitest';

import { isoDate } from '../values/index.ts';
import { changedSettings, changesPast, type SettingsChange, type SettingsRow, typesTouched } from './index.ts';

const today = isoDate('2026-01-15');
const day = isoDate;
const validity = (validFrom: string, validTo = 'infinity', months: number | null = 12): SettingsRow => ({ of: 'validity', type: 'hsk', months, validFrom: day(validFrom), validTo: validTo as 'infinity' });
const after = (...changes: SettingsChange[]) => changes.reduce(changedSettings, defaultSettings);

describe('a change of one row', () => {
  it('leaves all other rows as they are', () => {
    for (const row of [validity('2026-02-01'), { of: 'adoption', table: 'x', validFrom: today, validTo: 'infinity' }, { of: 'proof', type: 'hsk', validFrom: today, validTo: 'infinity' }, { of: 'licence', issuer: 'ulis', type: 'hsk', validFrom: today, validTo: 'infinity' }] satisfies SettingsRow[]) {
      const added = after({ act: 'add', row });
      expect(added).not.toEqual(defaultSettings);
      expect(changedSettings(added, { act: 'remove', row })).toEqual(defaultSettings);
    }
  });

  it('ends the row it names', () => {
    expect(after({ act: 'add', row: validity('2026-02-01') }, { act: 'end', row: validity('2026-02-01'), validTo: day('2027-01-01') }).validity.at(-1)).toMatchObject({ type: 'hsk', validFrom: '2026-02-01', validTo: '2027-01-01' });
  });

  it('adopts a table in place of another on one day', () => {
    const [, circular] = defaultSettings.adoptions;
    const changed = after({ act: 'add', row: { of: 'adoption', table: 'cv-6089-2014', validFrom: today, validTo: 'infinity' }, endsTables: [circular!.table] });
    expect(changed.adoptions.find((it) => it.table === circular!.table)?.validTo).toBe(today);
    expect(changed.adoptions.at(-1)).toMatchObject({ table: 'cv-6089-2014', validFrom: today });
  });

  it('tells which levels have to be written anew', () => {
    expect(typesTouched({ act: 'remove', row: validity('2026-02-01') })).toEqual(['hsk']);
    expect(typesTouched({ act: 'add', row: { of: 'adoption', table: 'x', validFrom: today, validTo: 'infinity' } })).toEqual([]);
  });
});

describe('the past', () => {
  const past = (...changes: SettingsChange[]) => changesPast(defaultSettings, after(...changes), today);

  it('is not touched by what begins or ends today or later, nor by a name', () => {
    expect(past({ act: 'add', row: validity('2026-01-15') })).toBe(false);
    expect(past({ act: 'add', row: validity('2027-01-01') })).toBe(false);
    expect(past({ act: 'rename-issuer', code: 'ulis', name: 'Another' })).toBe(false);
    const [first] = defaultSettings.adoptions;
    expect(past({ act: 'end', row: { of: 'adoption', ...first! }, validTo: today })).toBe(false);
  });

  it('is touched by what begins, ended or is taken away before today, or says something else of those days', () => {
    const [first] = defaultSettings.adoptions;
    expect(past({ act: 'add', row: validity('2026-01-14') })).toBe(true);
    expect(past({ act: 'end', row: { of: 'adoption', ...first! }, validTo: day('2026-01-14') })).toBe(true);
    expect(past({ act: 'remove', row: { of: 'adoption', ...first! } })).toBe(true);
  });

  it('is the same when a period is only cut in two that meet', () => {
    const once = after({ act: 'add', row: validity('2020-01-01') });
    const cut = after({ act: 'add', row: validity('2020-01-01', '2022-01-01') }, { act: 'add', row: validity('2022-01-01') });
    expect(changesPast(once, cut, today)).toBe(false);
    expect(changesPast(once, after({ act: 'add', row: validity('2020-01-01', '2022-01-01') }, { act: 'add', row: validity('2022-01-01', 'infinity', 24) }), today)).toBe(true);
  });
});
