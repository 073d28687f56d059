import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedPlace, placeOfRow, rowRef } from './row-ref.ts';

describe('the reference of a row', () => {
  it('gives back sheet and row, and fits into an integer of the database', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2046 }), fc.integer({ min: 1, max: 2 ** 20 }), (sheet, row) => {
        expect(placeOfRow(rowRef(sheet, row))).toEqual({ sheet, row });
        expect(rowRef(sheet, row)).toBeLessThan(2 ** 31);
      }),
    );
  });

  it('is the row itself on the first sheet, and in a file of one sheet however long', () => {
    expect(rowRef(0, 2)).toBe(2);
    expect(namedPlace(3_000_000, ['Data'])).toEqual({ sheetName: 'Data', row: 3_000_000 });
    expect(namedPlace(7, [])).toEqual({ sheetName: null, row: 7 });
  });

  it('names the sheet it stands on', () => {
    expect(namedPlace(rowRef(1, 9), ['A', 'B'])).toEqual({ sheetName: 'B', row: 9 });
  });
});
