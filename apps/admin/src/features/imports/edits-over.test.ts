import { describe, expect, it } from 'vitest';
import { editsOver } from './edits-over.ts';
import type { Edit } from './queries.ts';

const edit = (more: Partial<Edit>): Edit => ({ id: '1', kind: 'cell', sheet: 'people', ref: null, column: null, match: null, text: null, was: null, met: null, by: { id: null, name: 'A' }, at: '2026-01-01T00:00:00Z', ...more });
const row = { sheet: 'people' as const, ref: 7, cells: { unit_code: 'SO', full_name: 'An' } };

describe('corrections laid over rows', () => {
  it('of a single cell go before one for all that say the same', () => {
    const over = editsOver([edit({ kind: 'same-value', column: 'unit_code', match: 'SO', text: 'A' }), edit({ ref: 7, column: 'unit_code', text: 'B' })]);
    expect(over.textOf(row, 'unit_code')).toBe('B');
    expect(over.textOf({ ...row, ref: 8 }, 'unit_code')).toBe('A');
    expect(over.textOf(row, 'full_name')).toBeUndefined();
  });

  it('may make a cell empty', () => {
    expect(editsOver([edit({ ref: 7, column: 'full_name', text: '' })]).textOf(row, 'full_name')).toBe('');
  });

  it('leave rows out, and are found again to be taken back', () => {
    const over = editsOver([edit({ id: 'x', kind: 'leave-out', ref: 7 })]);
    expect(over.isLeftOut(row)).toBe('x');
    expect(over.isLeftOut({ ...row, ref: 8 })).toBeUndefined();
  });
});
