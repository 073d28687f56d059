import { describe, expect, it } from 'vitest';
import { speaksOf } from './plain.ts';

describe('looking for a unit by what is typed', () => {
  it.each([
    ['so noi vu', 'Sở Nội vụ', 'SNV', true],
    ['VU so', 'Sở Nội vụ', 'SNV', true],
    ['dang uy', 'Đảng ủy xã', 'X-DU', true],
    ['snv', 'Sở Nội vụ', 'SNV-01', true],
    ['nv', 'Sở Xây dựng', 'SNV', false],
    ['', 'Sở Nội vụ', 'SNV', true],
  ])('“%s” against %s (%s)', (typed, name, code, found) => {
    expect(speaksOf(typed)(name, code)).toBe(found);
  });

  it('takes accents that are written apart for the same', () => {
    expect(speaksOf('nội')('Sở Nội vụ'.normalize('NFD'), 'X')).toBe(true);
  });
});
