import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSearch, nameSort, searchedWords } from './name-order.ts';

const vietnamese = new Intl.Collator('vi', { sensitivity: 'accent' });
const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'];
const namePart = fc.string({ unit: fc.constantFrom(...letters, ...letters.map((it) => it.toUpperCase())), minLength: 1, maxLength: 5 });
const fullName = fc.array(namePart, { minLength: 1, maxLength: 4 });

const inOrderOfParts = (a: readonly string[], b: readonly string[]): number => {
  const [left, right] = [a, b].map((it) => [it.at(-1)!, ...it.slice(0, -1)]);
  for (let i = 0; i < Math.min(left!.length, right!.length); i += 1) {
    const order = vietnamese.compare(left![i]!, right![i]!);
    if (order !== 0) return Math.sign(order);
  }
  return Math.sign(left!.length - right!.length);
};
const inOrderOfKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('name order', () => {
  it('agrees with the Vietnamese collation on every part, given name first', () => {
    fc.assert(
      fc.property(fullName, fullName, (a, b) => {
        expect(inOrderOfKeys(nameSort(a.join(' ')), nameSort(b.join(' ')))).toBe(inOrderOfParts(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same key for composed and decomposed letters', () => {
    fc.assert(fc.property(fullName, (name) => nameSort(name.join(' ').normalize('NFD')) === nameSort(name.join(' '))));
  });

  it('holds printable ASCII only, whatever the name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[ -~]*$/.test(nameSort(name))));
  });

  it('puts people of one given name by family name, then by middle name', () => {
    const names = ['Trần Văn An', 'Nguyễn Thị An', 'Nguyễn Văn An', 'Lê Văn Ánh', 'Đỗ Văn Dũng', 'Đỗ Thị Đào'];
    expect([...names].sort((a, b) => inOrderOfKeys(nameSort(a), nameSort(b)))).toEqual([
      'Nguyễn Thị An', 'Nguyễn Văn An', 'Trần Văn An', 'Lê Văn Ánh', 'Đỗ Văn Dũng', 'Đỗ Thị Đào',
    ]);
  });

  it('is searched without accents, with đ as d', () => {
    expect(nameSearch('  Đặng  Thị Ngọc Ánh ')).toBe('dang thi ngoc anh');
  });
});

describe('the words of a search', () => {
  it('stand as in the searched name, whatever the accents, capitals and spaces', () => {
    expect(searchedWords('  Đào   ÁNH ')).toEqual(['dao', 'anh']);
    expect(nameSearch('Nguyễn Thị Ánh Đào').split(' ')).toEqual(expect.arrayContaining(searchedWords('đào nguyễn')));
  });

  it('are none for signs alone', () => {
    expect(searchedWords(' %_ - ')).toEqual([]);
  });
});
