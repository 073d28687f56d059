import { defaultSettings } from '@saubac/testing/levels';
import { describe, expect, it } from 'vitest';

import { isoDate } from '../values/index.ts';
import { dayOfChange, type EquivalenceChange, equivalenceChanged } from './index.ts';

const today = isoDate('2026-01-15');
const day = isoDate;
const changed = (change: EquivalenceChange) => {
  const result = equivalenceChanged(defaultSettings, change);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe('a change of equivalence', () => {
  const [, circular] = defaultSettings.adoptions;

  it('adopts a table and ends those in whose place it comes, and writes no level anew', () => {
    const { after, types } = changed({ act: 'adopt', table: 'cv-6089-2014', from: day('2026-02-01'), validTo: 'infinity', endsTables: [circular!.table] });
    expect(after.adoptions.at(-1)).toEqual({ table: 'cv-6089-2014', validFrom: '2026-02-01', validTo: 'infinity' });
    expect(after.adoptions.find((it) => it.table === circular!.table)).toMatchObject({ validTo: '2026-02-01' });
    expect(types).toEqual([]);
  });

  it('ends only an adoption that there is', () => {
    expect(changed({ act: 'end', table: circular!.table, from: circular!.validFrom, validTo: day('2026-03-01') }).after.adoptions[1]).toMatchObject({ validTo: '2026-03-01' });
    expect(equivalenceChanged(defaultSettings, { act: 'end', table: circular!.table, from: day('1999-01-01'), validTo: 'infinity' })).toEqual({ ok: false, failure: { kind: 'unknown-rule', of: 'adoption', id: circular!.table } });
  });

  it('of validity takes the place of the rule of that day and lasts until the next one', () => {
    const first = changed({ act: 'validity', type: 'hsk', months: 12, from: day('2026-02-01') }).after;
    const second = equivalenceChanged(first, { act: 'validity', type: 'hsk', months: 24, from: day('2026-01-20') });
    expect(second.ok && second.value.after.validity.filter((it) => it.type === 'hsk').slice(-2)).toEqual([
      expect.objectContaining({ months: 12, validFrom: '2026-02-01', validTo: 'infinity' }),
      expect.objectContaining({ months: 24, validFrom: '2026-01-20', validTo: '2026-02-01' }),
    ]);
    const again = equivalenceChanged(first, { act: 'validity', type: 'hsk', months: null, from: day('2026-02-01') });
    expect(again.ok && again.value.after.validity.filter((it) => it.validFrom === '2026-02-01')).toEqual([{ type: 'hsk', months: null, validFrom: '2026-02-01', validTo: 'infinity' }]);
    expect(again.ok && again.value.types).toEqual(['hsk']);
  });

  it('matters from its day, and never from a day gone', () => {
    expect(dayOfChange({ act: 'validity', type: 'hsk', months: 12, from: day('2020-01-01') }, today)).toBe(today);
    expect(dayOfChange({ act: 'end', table: 'x', from: day('2020-01-01'), validTo: day('2026-05-01') }, today)).toBe('2026-05-01');
    expect(dayOfChange({ act: 'end', table: 'x', from: day('2020-01-01'), validTo: 'infinity' }, today)).toBe(today);
  });
});
