import { describe, expect, it } from 'vitest';
import { rowAfterKey } from './row-keys.ts';

describe('a key in a table', () => {
  it('leads to the next row, a screen further, or to either end, and never beyond', () => {
    expect(rowAfterKey('ArrowDown', 3, 10)).toBe(4);
    expect(rowAfterKey('ArrowUp', 0, 10)).toBe(0);
    expect(rowAfterKey('PageDown', 3, 65_000)).toBe(15);
    expect(rowAfterKey('End', 3, 65_000)).toBe(64_999);
    expect(rowAfterKey('Home', 64_999, 65_000)).toBe(0);
  });

  it('that is typed leads nowhere', () => {
    expect(rowAfterKey('a', 3, 10)).toBeUndefined();
  });
});
