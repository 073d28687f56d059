import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { properCased, readName } from './person-name.ts';

describe('the name of a person', () => {
  it.each([
    ['NGUYỄN THỊ ÁNH ĐÀO', 'Nguyễn Thị Ánh Đào'],
    ['nguyễn văn an', 'Nguyễn Văn An'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['LÊ-VĂN AN', 'Lê-Văn An'],
    ['Nguyễn Văn ánh', 'Nguyễn Văn Ánh'],
  ])('of capitals or small letters alone is written as names are: %s', (typed, name) => {
    expect(readName(typed)).toEqual({ text: name, mends: [{ kind: 'name-case', from: typed, to: name }] });
  });

  it.each(['Nguyễn Văn An', 'Y Bhăm', 'NGUYỄN Văn An', 'Trần Thị McCall', 'Nguyễn văn An', 'AN', '=x'])('stays as it is: %s', (typed) => {
    expect(readName(typed)).toEqual({ text: typed, mends: [] });
  });

  it.each([
    ['Nguyễn Văn An (nghỉ thai sản)', 'Nguyễn Văn An'],
    ['Nguyễn Văn An [A]', 'Nguyễn Văn An'],
    ['Nguyễn Văn An (A) (biệt phái)', 'Nguyễn Văn An'],
  ])('loses the note behind it and says so: %s', (typed, name) => {
    expect(readName(typed)).toEqual({ text: name, mends: [{ kind: 'name-note', from: typed, to: name }] });
  });

  it('is no note alone', () => {
    expect(readName('(Không rõ)').text).toBe('(Không rõ)');
  });

  it('once written properly stays so', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => void expect(properCased(properCased(name))).toBe(properCased(name))));
  });
});
