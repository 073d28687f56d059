import { describe, expect, it } from 'vitest';
import { changeOf, contradicting, standingOf } from './change.ts';

describe('a change that an address says', () => {
  it('is none while something of it is missing', () => {
    expect(changeOf({ act: 'adopt', table: 'a' })).toBeUndefined();
    expect(changeOf({ act: 'adopt', from: '2026-01-01' })).toBeUndefined();
    expect(changeOf({ act: 'end', table: 'a', from: '2026-01-01' })).toBeUndefined();
    expect(changeOf({ act: 'validity', from: '2026-01-01' })).toBeUndefined();
  });

  it('is what the API takes', () => {
    expect(changeOf({ table: 'a', from: '2026-01-01', ends: 'b,c', basis: '1/QĐ' })).toEqual({ act: 'adopt', table: 'a', from: '2026-01-01', lastDay: null, endsTables: ['b', 'c'], basis: '1/QĐ' });
    expect(changeOf({ act: 'end', table: 'a', from: '2020-01-01', lastDay: '2026-12-31' })).toEqual({ act: 'end', table: 'a', from: '2020-01-01', lastDay: '2026-12-31' });
    expect(changeOf({ act: 'validity', type: 'ielts', from: '2026-01-01' })).toMatchObject({ months: null });
  });
});

describe('an equivalence table', () => {
  const open = { from: '2020-01-01', lastDay: null };

  it('is adopted on its last day too, and later before its first', () => {
    expect(standingOf([{ from: '2020-01-01', lastDay: '2025-12-31' }], '2025-12-31')).toBe('now');
    expect(standingOf([{ from: '2020-01-01', lastDay: '2025-12-31' }], '2026-01-01')).toBe('not');
    expect(standingOf([{ from: '2027-01-01', lastDay: null }], '2026-01-01')).toBe('later');
  });

  it('stands against those in force that speak of the same types', () => {
    const tables = [
      { code: 'new', rules: [{ type: 'ielts' }], adopted: [] },
      { code: 'old', rules: [{ type: 'ielts' }, { type: 'toeic' }], adopted: [open] },
      { code: 'other', rules: [{ type: 'hsk' }], adopted: [open] },
      { code: 'gone', rules: [{ type: 'ielts' }], adopted: [{ from: '2020-01-01', lastDay: '2025-01-01' }] },
    ];
    expect(contradicting(tables, 'new', '2026-01-01')).toEqual(['old']);
  });
});
