import { describe, expect, it } from 'vitest';
import { declaresData, strayVietnamese } from './vietnamese-strings.ts';

const stray = (text: string) => strayVietnamese('a.ts', text).map((it) => it.text);

describe('Vietnamese text in a source', () => {
  it('is stray in a string, a template and a pattern', () => {
    expect(stray("const a = 'Đơn vị'; const b = `còn ${a} người`; const c = /cấp/;")).toEqual(['Đơn vị', 'còn', 'người', '/cấp/']);
  });

  it('belongs on the Vietnamese side of a local text, even where a function makes it', () => {
    expect(stray("const a = { vi: 'Đơn vị', en: 'Unit' }; const b = { vi: (n: number) => `còn ${n} người` };")).toEqual([]);
    expect(stray("const a = { en: 'Đơn vị' };")).toEqual(['Đơn vị']);
  });

  it('may be given to a parameter vi of a function of the same file', () => {
    const label = 'const label = (code: string, vi: string, en: string) => ({ code, label: { vi, en } });';
    expect(stray(`${label} label('unit', 'Đơn vị', 'Unit'); label('Đơn vị', 'a', 'Đơn vị');`)).toEqual(['Đơn vị', 'Đơn vị']);
  });

  it('is welcome in comments', () => {
    expect(stray('// cấp phòng\nconst a = 1; /** công chức */')).toEqual([]);
  });

  it('is found in decomposed letters too', () => {
    expect(stray(`const a = '${'cấp'.normalize('NFD')}'; // đ`)).toHaveLength(1);
  });

  it('is data only with a reason', () => {
    expect(declaresData("// Vietnamese as data: headings of the workbook, a contract with its users\nconst a = 'Đơn vị';")).toBe(true);
    expect(declaresData('// Vietnamese as data:\n')).toBe(false);
  });
});
