import { readdirSync, readFileSync } from 'node:fs';
import { createWords } from '@saubac/i18n';
import { describe, expect, it } from 'vitest';

import type { ShownRefusal } from './preview.ts';
import { rowRefusalInWords } from './row-refusal-in-words.ts';

const refusal: ShownRefusal = { sheet: 'people', sheetName: 'Nhân sự', row: 7, ref: 7, column: 'birth_date', heading: 'Ngày sinh', kind: 'no-such-day', value: '30/02/1980', params: {} };
const say = (change: Partial<ShownRefusal>): string => rowRefusalInWords({ ...refusal, ...change }, createWords('vi'));

/** Kinds as the SQL and the reconciling functions write them: `'people', row_no, 'column', 'kind'` and `kind: 'kind'`. */
const kindsInSource = (): string[] => {
  const folders = ['../../../db/src/roster', '../../../domain/src/people', '.'].map((it) => new URL(`${it}/`, import.meta.url));
  const sources = folders.flatMap((folder) => readdirSync(folder).filter((it) => it.endsWith('.ts') && !it.includes('.test.')).map((it) => readFileSync(new URL(it, folder), 'utf8')));
  const kinds = sources.flatMap((text) => [
    ...[...text.matchAll(/'[a-z_]+', '([a-z]+(?:-[a-z]+)+)'/g)].map((it) => it[1] ?? ''),
    ...[...text.matchAll(/problem\([a-z]+, '([a-z-]+)'/g)].map((it) => it[1] ?? ''),
  ]);
  return [...new Set(kinds)].filter((it) => it !== 'budgets-through');
};

describe('a refused row', () => {
  it('is told with sheet, row, column, value, and what to do', () => {
    expect(say({})).toBe('Bảng Nhân sự, dòng 7, cột “Ngày sinh”, giá trị “30/02/1980”: không có ngày này; hãy sửa ngày.');
    expect(say({ kind: 'overlapping-main', value: null, params: { otherRow: 4 } })).toContain('cột “Ngày sinh”: trùng thời gian với vị trí chính ở dòng 4;');
    expect(say({ kind: 'not-a-choice', params: { allowed: ['Nam', 'Nữ'] } })).toContain('dùng một trong: Nam, Nữ.');
  });

  it('has words for every kind that the import writes', () => {
    const kinds = kindsInSource();
    expect(kinds.length).toBeGreaterThan(25);
    expect(kinds.filter((kind) => say({ kind }).includes('rosterProblems'))).toEqual([]);
  });
});
