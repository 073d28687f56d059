import { describe, expect, it } from 'vitest';
import { placeAfterKey } from './grid-place.ts';

const size = { rows: 100, columns: 5, page: 10 };
const after = (key: string, row: number, column: number, ctrl = false) => placeAfterKey({ row, column }, { key, ctrl }, size);

describe('the keys of a grid', () => {
  it('go one cell with an arrow and stop at the edge', () => {
    expect(after('ArrowDown', 3, 2)).toEqual({ row: 4, column: 2 });
    expect(after('ArrowUp', 0, 2)).toEqual({ row: 0, column: 2 });
    expect(after('ArrowRight', 3, 4)).toEqual({ row: 3, column: 4 });
    expect(after('ArrowLeft', 3, 2)).toEqual({ row: 3, column: 1 });
  });

  it('go to the edge with control, and a page at a time', () => {
    expect(after('ArrowDown', 3, 2, true)).toEqual({ row: 99, column: 2 });
    expect(after('PageDown', 95, 2)).toEqual({ row: 99, column: 2 });
    expect(after('PageUp', 15, 2)).toEqual({ row: 5, column: 2 });
    expect(after('End', 3, 2)).toEqual({ row: 3, column: 4 });
    expect(after('Home', 3, 2, true)).toEqual({ row: 0, column: 0 });
  });

  it('are no others', () => {
    expect(after('Enter', 3, 2)).toBeUndefined();
    expect(after('a', 3, 2)).toBeUndefined();
  });
});
