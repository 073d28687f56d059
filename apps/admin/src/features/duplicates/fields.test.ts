import { describe, expect, it } from 'vitest';
import { choicesOf, differing, readTaken, sideOf } from './fields.ts';

const one = { fullName: 'Lê Thị Mai', birth: { date: '1990-02-03', precision: 'day' }, sex: 'female', ethnicity: null, idNumber: '001190000001', user: null };
const other = { ...one, fullName: 'LÊ THỊ MAI', birth: { date: '1990-03-02', precision: 'day' }, ethnicity: 'Kinh', idNumber: null };

describe('whose value stays', () => {
  it('is asked only where two records differ', () => {
    expect(differing(one, other)).toEqual(['fullName', 'birth', 'ethnicity', 'idNumber']);
    expect(differing(one, { ...one })).toEqual([]);
  });

  it('is the one that was chosen, but a value is never given up for none', () => {
    expect(sideOf('birth', one, other, [])).toBe('staying');
    expect(sideOf('birth', one, other, ['birth'])).toBe('going');
    expect(sideOf('ethnicity', one, other, [])).toBe('going');
    expect(sideOf('idNumber', one, other, ['idNumber'])).toBe('staying');
  });

  it('is sent for each field in which both have a value and differ', () => {
    expect(choicesOf(one, other, ['birth'], undefined, false)).toEqual({ fields: { fullName: 'staying', birth: 'going' } });
    expect(choicesOf(one, other, [], 'beside', false)).toMatchObject({ mainPosts: 'beside' });
  });

  it('is chosen by hand where both have an account', () => {
    const [first, second] = [{ ...one, user: 'a' }, { ...one, user: 'b' }];
    expect(choicesOf(first, second, [], undefined, false).fields).toEqual({});
    expect(choicesOf(first, second, [], undefined, true).fields).toEqual({ user: 'staying' });
    expect(choicesOf(first, second, ['user'], undefined, true).fields).toEqual({ user: 'going' });
  });

  it('is read from an address that may say anything', () => {
    expect(readTaken('birth,nonsense,idNumber')).toEqual(['birth', 'idNumber']);
    expect(readTaken(undefined)).toEqual([]);
  });
});
