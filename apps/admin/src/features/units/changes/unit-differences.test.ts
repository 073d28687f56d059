import { describe, expect, it } from 'vitest';
import { unitDifferences } from './unit-differences.ts';

const names = { unit: (code: string) => `unit ${code}`, tier: (code: string) => `tier ${code}`, bodyKind: (code: string) => code, field: (code: string) => code, none: 'none' };
const unit = { name: 'A', parent: 'R', officialCode: null, tier: 'commune', bodyKind: 'state', field: null, reportsTo: null, budgetsThrough: null };

describe('what a change makes of a unit', () => {
  it('is told by what differs alone', () => {
    expect(unitDifferences(unit, { ...unit, name: 'B', reportsTo: 'S' }, names)).toEqual({ before: 'A; none', after: 'B; unit S' });
    expect(unitDifferences(unit, { ...unit, parent: null, tier: 'province' }, names)).toEqual({ before: 'unit R; tier commune', after: 'none; tier province' });
  });

  it('is told by where it stands, of a unit that begins or ends', () => {
    expect(unitDifferences(null, unit, names)).toEqual({ before: '–', after: 'unit R' });
    expect(unitDifferences(unit, null, names)).toEqual({ before: 'unit R', after: '–' });
  });
});
