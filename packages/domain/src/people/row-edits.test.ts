import { describe, expect, it } from 'vitest';

import { editProblem, overlayOf, type RowEdit } from './row-edits.ts';
import { rosterTemplate } from './roster-template.ts';

const people = rosterTemplate.find(({ key }) => key === 'people')!;
const columns = people.columns.map(({ key }) => key);
const cells = (values: Record<string, string | number | Date>) => columns.map((key) => values[key] ?? null);
const kept = (...edits: RowEdit[]) => edits.map((it, index) => ({ ...it, id: String(index) }));
const at = (row: readonly unknown[] | null, column: string) => row?.[columns.indexOf(column)];

describe('edits laid over a file', () => {
  it('put a text into one cell of one row, and leave every other row as it is', () => {
    const overlay = overlayOf(people, kept({ kind: 'cell', sheet: 'people', ref: 3, column: 'unit_code', text: 'B' }))!;
    const other = cells({ unit_code: 'A' });
    expect(overlay.over(2, other)).toBe(other);
    expect(at(overlay.over(3, cells({ unit_code: 'A', full_name: 'An' })), 'unit_code')).toBe('B');
    expect(at(overlay.over(3, cells({ unit_code: 'A', full_name: 'An' })), 'full_name')).toBe('An');
    expect(overlay.met()).toEqual([{ id: '0', was: 'A', rows: 2 }]);
  });

  it('put a text into every cell of a column that says the same, as typed or as read', () => {
    const overlay = overlayOf(people, kept({ kind: 'same-value', sheet: 'people', column: 'unit_code', match: 'Phòng A', text: 'A' }, { kind: 'same-value', sheet: 'people', column: 'valid_from', match: '2020-02-01', text: '' }))!;
    expect(at(overlay.over(2, cells({ unit_code: '  Phòng  A ' })), 'unit_code')).toBe('A');
    expect(at(overlay.over(3, cells({ unit_code: 'Phòng B' })), 'unit_code')).toBe('Phòng B');
    expect(at(overlay.over(4, cells({ valid_from: '01/02/2020' })), 'valid_from')).toBe('');
    expect(overlay.met()).toEqual([{ id: '0', was: 'Phòng A', rows: 1 }, { id: '1', was: '01/02/2020', rows: 1 }]);
  });

  it('let the edit of a cell go before a rule for all', () => {
    const overlay = overlayOf(people, kept({ kind: 'same-value', sheet: 'people', column: 'sex', match: 'nam', text: 'Nữ' }, { kind: 'cell', sheet: 'people', ref: 2, column: 'sex', text: 'Nam' }))!;
    expect(at(overlay.over(2, cells({ sex: 'nam' })), 'sex')).toBe('Nam');
    expect(overlay.met()[0]).toMatchObject({ rows: 0 });
  });

  it('leave a row out whatever else is said of it', () => {
    const overlay = overlayOf(people, kept({ kind: 'leave-out', sheet: 'people', ref: 2 }, { kind: 'cell', sheet: 'people', ref: 2, column: 'sex', text: 'Nam' }))!;
    expect(overlay.over(2, cells({ sex: 'x' }))).toBeNull();
  });

  it('are none for a sheet that no edit names, and never of a column that is not there', () => {
    expect(overlayOf(people, kept({ kind: 'leave-out', sheet: 'units', ref: 2 }))).toBeNull();
    expect(editProblem(people, { kind: 'cell', sheet: 'people', ref: 2, column: 'salary', text: '1' })).toEqual({ kind: 'unknown-edit-column', sheet: 'people', column: 'salary' });
  });
});
