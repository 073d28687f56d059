import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowIn, placeOfRow, rowRef } from './row-ref.ts';

const sheet = (name: string) => ({ name, headings: {} });

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
    expect(rowIn([sheet('Data')], 3_000_000)).toEqual({ source: sheet('Data'), row: 3_000_000 });
    expect(rowIn([], 7)).toEqual({ source: undefined, row: 7 });
  });

  it('names the sheet it stands on', () => {
    expect(rowIn([sheet('A'), sheet('B')], rowRef(1, 9))).toEqual({ source: sheet('B'), row: 9 });
  });
});
