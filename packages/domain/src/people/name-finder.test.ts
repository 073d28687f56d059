import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isoDate } from '../values/index.ts';
import { foldedName } from './folded-name.ts';
import { type NamedThing, nameFinder } from './name-finder.ts';

const thing = (code: string, name: string, above: string | null = null, more: Partial<NamedThing> = {}): NamedThing => ({ code, name, above, from: isoDate('2010-01-01'), to: 'infinity', ...more });
const day = isoDate('2026-01-01');
const units = [
  thing('SNV', 'Sở Nội vụ'), thing('STC', 'Sở Tài chính'), thing('SGD', 'Sở Giáo dục và Đào tạo'), thing('SYT', 'Sở Y tế'),
  thing('X1', 'Ủy ban nhân dân xã Bình An'), thing('X2', 'Ủy ban nhân dân xã Bình Ân Đông'), thing('P1', 'Phường Bình An'), thing('TTYT', 'Trung tâm Y tế Bình An'),
  thing('TH', 'Trường THPT Mẫu Đông'), thing('KT', 'Trung tâm Kỹ thuật'),
  thing('SNV-TC', 'Phòng Tổ chức', 'Sở Nội vụ'), thing('STC-TC', 'Phòng Tổ chức', 'Sở Tài chính'),
  thing('OLD', 'Sở Ngoại vụ', null, { to: isoDate('2025-07-01') }),
];
const find = nameFinder(units);
const codeOf = (text: string, on = day): string => {
  const found = find(text, on);
  return found.kind === 'one' ? found.thing.code : found.kind;
};

describe('the name of a unit', () => {
  it.each([
    ['Sở Nội vụ', 'SNV'], ['SỞ NỘI VỤ', 'SNV'], ['so noi vu', 'SNV'], ['Sở  Nội vụ.', 'SNV'], ['Sở NV', 'SNV'], ['snv', 'SNV'],
    ['Sở GD&ĐT', 'SGD'], ['Sở GDĐT', 'SGD'], ['Sở Giáo dục - Đào tạo', 'SGD'], ['Sở Y Tế', 'SYT'], ['Sở YT', 'SYT'],
    ['UBND xã Bình An', 'X1'], ['xã Bình An', 'X1'], ['X. Bình An', 'X1'], ['P. Bình An', 'P1'], ['TT. Y tế Bình An', 'TTYT'], ['TTYT Bình An', 'TTYT'],
    ['THPT Mẫu Đông', 'TH'], ['Trung tâm Kĩ thuật', 'KT'],
    ['Phòng Tổ chức - Sở Nội vụ', 'SNV-TC'], ['Sở Tài chính / P. Tổ chức', 'none'], ['Sở Tài chính / Phòng Tổ chức', 'STC-TC'],
  ])('%s is found as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each(['Sở Nội vụu', 'Sở Tài nguyên', 'SNN', 'xã Bình', 'Phòng', '', '---'])('%s is not guessed', (text) => {
    expect(codeOf(text)).toBe('none');
  });

  it('that several have is told with all of them', () => {
    expect(find('Phòng Tổ chức', day)).toMatchObject({ kind: 'several', near: [{ code: 'SNV-TC' }, { code: 'STC-TC' }] });
  });

  it('is looked for among those of the day', () => {
    expect([codeOf('Sở Ngoại vụ', isoDate('2025-06-30')), codeOf('Sở Ngoại vụ', isoDate('2025-07-01'))]).toEqual(['OLD', 'none']);
  });

  it('that nothing has comes with those spelt alike, the nearest first', () => {
    const found = find('Sở Nội vũ tỉnh', day);
    expect(found).toMatchObject({ kind: 'none', near: [{ code: 'SNV' }] });
    expect(find('Trường Đại học', day)).toEqual({ kind: 'none', near: [] });
  });

  it('is found however it is accented, cased and spaced', () => {
    const unique = units.filter(({ code }) => !code.includes('-') && code !== 'OLD');
    fc.assert(
      fc.property(fc.constantFrom(...unique), fc.constantFrom('upper', 'lower', 'bare', 'nfd', 'wide'), ({ code, name }, way) => {
        const text = { upper: name.toUpperCase(), lower: name.toLowerCase(), bare: name.normalize('NFD').replace(/\p{M}/gu, ''), nfd: name.normalize('NFD'), wide: ` ${name.replaceAll(' ', '\u00a0 ')} ` }[way];
        expect(codeOf(text)).toBe(code);
        expect(foldedName(text)).toBe(foldedName(name));
      }),
    );
  });
});
