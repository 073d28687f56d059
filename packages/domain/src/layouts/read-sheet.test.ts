import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, rosterTemplate } from '../people/index.ts';
import { isOfLayout, matchSheets } from './match-sheets.ts';
import { proposeLayout } from './propose-layout.ts';
import { sheetReader } from './read-sheet.ts';
import { skippedKinds } from './skipped.ts';

const people = rosterTemplate.find(({ key }) => key === 'people')!;
const head: Cell[][] = [['SỞ NỘI VỤ'], ['TT', 'Họ và tên', 'Số CCCD', 'Ngày sinh', 'Chức vụ', 'Đối tượng', 'Điện thoại']];
const person = (n: number, ...more: Cell[]): Cell[] => [n, `Nguyễn Văn ${n}`, String(n).padStart(12, '0'), '1980', null, 'Công chức', ...more];

const read = (rows: Cell[][], first = rows) => {
  const { layout } = proposeLayout([{ name: 'DS', rows: first }]);
  const matched = matchSheets(layout!, [{ name: 'DS', rows }]);
  if (!matched.ok) throw new Error(matched.failure.kind);
  const reader = sheetReader(matched.value.sheets[0]!, people, { name: 'DS', rows });
  const data = rows.map((row, i) => reader.take(row, i));
  return { data, read: data.flatMap((it, i) => (it ? [i + 1] : [])), account: reader.account(), reader };
};

describe('the rows of a foreign sheet', () => {
  const end: Cell[][] = [
    [null, 'Tổng cộng: 2 người'], [], [null, null, null, 'Nơi lập, ngày 05 tháng 6 năm 2025'], [null, 'Người lập biểu', null, 'THỦ TRƯỞNG ĐƠN VỊ'], [null, '(Ký, ghi rõ họ tên)'], [null, 'Lê Thị Lập', null, 'Trần Văn Trưởng'],
  ];

  it('end where they are summed up and signed, and every row is accounted for', () => {
    const { read: rows, account } = read([...head, [1, 2, 3, 4, 5, 6, 7], person(1), [], person(2), head[1]!, person(3, '0912'), ...end]);
    expect(rows).toEqual([4, 6, 8]);
    expect(account.skipped).toEqual({
      blank: { count: 2, first: [5, 10] }, header: { count: 4, first: [1, 2, 3, 7] }, total: { count: 1, first: [9] }, signature: { count: 4, first: [11, 12, 13, 14] }, group: { count: 0, first: [] },
    });
    expect(account.unused).toEqual([{ heading: 'Điện thoại', letters: 'G', filled: 1 }]);
  });

  it('begin again when people stand below what was signed', () => {
    expect(read([...head, person(1), ...end, person(2)]).read).toEqual([3, 10]);
  });

  it('are data where nothing is certain: a director, somebody without an ID number, a name like a sum', () => {
    const rows: Cell[][] = [[1, 'Tống Văn Cộng', '000000000001', null, 'Giám đốc', 'Công chức'], [2, 'Trần Thị Không', null, null, null, null], [null, 'Ai Đó', null, '1980', 'Chủ tịch', 'Cán bộ']];
    expect(read([...head, person(9), ...rows]).read).toEqual([3, 4, 5, 6]);
  });

  it('keep dates and numbers as they are, and tell which columns are not stated', () => {
    const birth = new Date(Date.UTC(1980, 1, 3));
    const { data, reader } = read([...head, [1, 'An', 1080000001, birth, null, 'Công chức']]);
    const at = (key: string) => people.columns.findIndex((it) => it.key === key);
    expect(data[2]![at('birth_date')]).toBe(birth);
    expect(data[2]![at('id_number')]).toBe(1080000001);
    expect(reader.lacking.has('leader')).toBe(true);
    expect(reader.lacking.has('birth_date')).toBe(false);
    expect(reader.headings['id_number']).toBe('Số CCCD');
  });

  it('are as many as were read and left out together, whatever stands in them', () => {
    const cell = fc.oneof(fc.constant(null), fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 99 }), fc.constantFrom('Tổng cộng', 'I', 'Phòng A', 'Người lập biểu', 'Họ và tên', '000000000001', 'ngày 1 tháng 2 năm 2025'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 40 }), fc.integer({ min: 0, max: 5 }), (rows, gap) => {
        const all = [...head, person(1), ...rows];
        const { layout } = proposeLayout([{ name: 'DS', rows: [...head, person(1)] }]);
        const reader = sheetReader({ rule: layout!.sheets[0]!, header: { from: 1, span: 1, headings: head[1]!.map(String) } }, people, { name: 'DS', rows: all });
        all.forEach((row, i) => reader.take(row, i >= 3 ? i + gap : i));
        const { rows: count, data, skipped } = reader.account();
        expect(data + skippedKinds.reduce((sum, kind) => sum + skipped[kind].count, 0)).toBe(count);
        expect(count).toBe(all.length + (all.length > 3 ? gap : 0));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the title of a sheet', () => {
  it('gives the unit also where a line was added above it', () => {
    const title = (above: Cell[][]): Cell[][] => [...above, [null, 'ĐƠN VỊ : Trường Mẫu'], ['Họ tên', 'Số CCCD', 'Đối tượng'], ['An', '000000000001', 'Cán bộ']];
    const { data } = read(title([['Biểu số 1'], []]), title([]));
    expect(data.at(-1)).toContain('Trường Mẫu');
  });
});

describe('a layout', () => {
  const first = [...head, person(1)];
  const { layout } = proposeLayout([{ name: 'DS', rows: first }]);
  const file = (headings: Cell[], name = 'Tháng 6') => [{ name, rows: [['Tiêu đề'], ['Dòng khác'], headings, ['', ...person(1).slice(1)]] as Cell[][] }];

  it('is that of a later file with the same headings under another name and title', () => {
    expect(isOfLayout(layout!, file(head[1]!))).toBe(true);
    expect(isOfLayout(layout!, file([...head[1]!, 'Email']))).toBe(false);
    expect(isOfLayout(layout!, file(head[1]!.map((it) => String(it).toUpperCase())))).toBe(true);
  });

  it('fits where columns have moved or come, and says which one is gone', () => {
    expect(matchSheets(layout!, file([...head[1]!].reverse()))).toMatchObject({ ok: true });
    expect(matchSheets(layout!, file([...head[1]!, 'Email']))).toMatchObject({ ok: true, value: { sheets: [{ header: { from: 2, span: 1 } }] } });
    expect(matchSheets(layout!, file(head[1]!.map((it) => (it === 'Số CCCD' ? 'Số khác' : it))))).toEqual({ ok: false, failure: { kind: 'layout-column-missing', sheet: 'Tháng 6', column: 'Số CCCD' } });
    expect(matchSheets(layout!, file(['a', 'b', 'c']))).toEqual({ ok: false, failure: { kind: 'layout-does-not-fit' } });
    expect(matchSheets(layout!, file(['a', 'b', 'c'], 'DS'))).toEqual({ ok: false, failure: { kind: 'layout-sheet-changed', sheet: 'DS' } });
  });
});
