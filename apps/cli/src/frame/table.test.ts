import { describe, expect, it } from 'vitest';
import { table } from './table.ts';

describe('a table', () => {
  it('aligns words on the left, figures on the right', () => {
    const text = table([{ heading: 'Unit' }, { heading: 'People', align: 'right' }], [['Office', '7'], ['Department of the Interior', '1.234']]);
    expect(text.split('\n')).toEqual([
      'Unit                        People',
      '──────────────────────────  ──────',
      'Office                           7',
      'Department of the Interior   1.234',
      '',
    ]);
  });

  it('counts a letter with accents as one, composed or not', () => {
    const [, , composed, decomposed] = table([{ heading: 'a' }, { heading: 'b' }], [['cấp', '1'], ['cấp'.normalize('NFD'), '1']]).split('\n');
    expect(composed?.normalize('NFC')).toBe(decomposed?.normalize('NFC'));
  });

  it('shows its headings when there are no rows', () => {
    expect(table([{ heading: 'Unit' }], [])).toBe('Unit\n────\n');
  });
});
