import { describe, expect, it } from 'vitest';
import { assignColumn, columnLetters, fieldsOfColumn, fileColumns, headingsOfRow, missingFields, type Rule, setSource } from './mapping.ts';

const column = (heading: string, nth = 0) => ({ heading, nth });
const rule: Rule = {
  target: 'people', name: 'List', headings: ['STT', 'Name', 'Men', 'Women', 'No'],
  columns: { full_name: { from: 'column', ...column('Name') }, birth_date: { from: 'first-filled', columns: [column('Men'), column('Women')] }, sex: { from: 'which-filled', columns: [{ ...column('Men'), value: 'M' }, { ...column('Women'), value: 'F' }] } },
};

describe('the columns of a file', () => {
  it('are counted where several are called the same, whatever their accents', () => {
    expect(fileColumns(['Ngày', '', 'Tên', 'NGAY'])).toEqual([column('Ngày'), null, column('Tên'), column('NGAY', 1)]);
  });

  it('have letters as spreadsheets give them', () => {
    expect([0, 25, 26, 701].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ']);
  });

  it('without a heading between others belong to the one on the left', () => {
    expect(headingsOfRow(['A', '', 'B', ''])).toEqual(['A', 'A', 'B']);
  });
});

describe('a mapping', () => {
  it('tells what a column is read for, alone or with others', () => {
    expect(fieldsOfColumn(rule, column('Name'))).toEqual([{ key: 'full_name', shared: false }]);
    expect(fieldsOfColumn(rule, column('Men'))).toEqual([{ key: 'birth_date', shared: true }, { key: 'sex', shared: true }]);
    expect(fieldsOfColumn(rule, column('No'))).toEqual([]);
  });

  it('reads a field from one column only', () => {
    const changed = assignColumn(rule, column('No'), 'full_name');
    expect(changed.columns['full_name']).toEqual({ from: 'column', ...column('No') });
    expect(fieldsOfColumn(changed, column('Name'))).toEqual([]);
  });

  it('leaves what was read from several columns to those that remain', () => {
    const changed = assignColumn(rule, column('Women'), null);
    expect(changed.columns).toEqual({ full_name: rule.columns['full_name'], birth_date: { from: 'column', ...column('Men') } });
  });

  it('lacks what is required and read from nowhere, or from an empty value', () => {
    const fields = [{ key: 'full_name', required: true }, { key: 'kind', required: true }, { key: 'office', required: false }];
    expect(missingFields(rule, fields).map(({ key }) => key)).toEqual(['kind']);
    expect(missingFields(setSource(rule, 'kind', { from: 'constant', value: ' ' }), fields).map(({ key }) => key)).toEqual(['kind']);
    expect(missingFields(setSource(rule, 'kind', { from: 'group' }), fields)).toEqual([]);
  });
});
