import { describe, expect, it } from 'vitest';

import { isoDate } from '../values/index.ts';
import { changeWorkbook, operationOf, operationWords, readChangeRows, readDecision } from './index.ts';

const on = isoDate('2025-07-01');
const read = (cells: Record<string, string>, moves: Record<string, string>[] = []) => readChangeRows({ operations: [{ row: 2, cells }], moves: moves.map((it, i) => ({ row: i + 2, cells: it })) }, on);

describe('the workbook of a reorganisation', () => {
  it('has columns told apart by their keys and headings', () => {
    for (const { columns } of changeWorkbook) for (const key of ['key', 'heading'] as const) expect(new Set(columns.map((it) => it[key])).size).toBe(columns.length);
  });

  it('knows each operation by its words, whatever their case and accents', () => {
    for (const [kind, words] of Object.entries(operationWords)) expect([operationOf(words), operationOf(words.toUpperCase()), operationOf(kind)]).toEqual([kind, kind, kind]);
    expect(operationOf('sap nhap')).toBe('merge');
    expect(read({ operation: 'Xóa', unit: 'A' }).refusals).toEqual([{ list: 'operations', row: 2, column: 'operation', kind: 'unknown-operation', params: { value: 'Xóa' } }]);
  });

  it('reads lists of codes, posts that go with units, and days of rows', () => {
    expect(read({ operation: 'Sáp nhập', unit: 'A; B;', into: 'C', on: '01/10/2025' }).operations).toEqual([{ row: 2, on: '2025-10-01', op: 'merge', units: ['A', 'B'], into: 'C' }]);
    expect(read({ operation: 'Chia tách', unit: 'A', into: 'B;C', by_post: 'P1=B; P2 = C', goes_on: 'x' }).operations).toEqual([
      { row: 2, on, op: 'split', unit: 'A', into: ['B', 'C'], goesOn: true, successor: null, byPost: [{ post: 'P1', to: 'B' }, { post: 'P2', to: 'C' }] },
    ]);
  });

  it('changes what is filled, leaves what is blank, and takes away what has a dash', () => {
    expect(read({ operation: 'Chuyển', unit: 'A', parent_code: 'B', tier: 'Cấp xã', reports_to: '-' }).operations).toEqual([
      { row: 2, on, op: 'move', unit: 'A', parent: 'B' }, { row: 2, on, op: 'rename', unit: 'A', traits: { tier: 'commune' } }, { row: 2, on, op: 'line', unit: 'A', line: 'reports-to', to: null },
    ]);
    expect(read({ operation: 'Đổi tên', unit: 'A' }).refusals.map(({ kind }) => kind)).toEqual(['nothing-stated']);
  });

  it('takes a new post whole, and keeps the old one where none is stated', () => {
    const { moves, refusals } = read({ operation: 'Giải thể', unit: 'A' }, [{ id_number: '000000000001', to_unit: 'B' }, { id_number: '000000000002', to_unit: 'B', kind: 'Công chức', post_code: 'P' }, { id_number: '12', to_unit: 'B' }]);
    expect(moves.map(({ posting }) => posting)).toEqual([null, { post: 'P', kind: 'civil-servant', rank: null, office: null, officeRank: 0, leader: false }]);
    expect(refusals.map(({ list, row, column, kind }) => [list, row, column, kind])).toEqual([['moves', 4, 'id_number', 'not-an-id-number']]);
  });

  it('tells the decision, as far as it is there', () => {
    expect(readDecision([]).decision.title).toBeNull();
    expect(readDecision([{ row: 2, cells: { title: 'Sắp xếp', on: '1/7/2025', decision_number: '1/NQ' } }])).toEqual({ decision: { title: 'Sắp xếp', on, decisionNumber: '1/NQ', decisionDate: null, why: null }, refusals: [] });
  });
});
