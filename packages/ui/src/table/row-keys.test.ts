import { describe, expect, it } from 'vitest';
import { rowAfterKey, scrollTopFor } from './row-keys.ts';

describe('a key in a table', () => {
  it('leads to the next row, a screen further, or to either end, and never beyond', () => {
    expect(rowAfterKey('ArrowDown', 3, 10)).toBe(4);
    expect(rowAfterKey('ArrowUp', 0, 10)).toBe(0);
    expect(rowAfterKey('PageDown', 3, 65_000)).toBe(15);
    expect(rowAfterKey('End', 3, 65_000)).toBe(64_999);
    expect(rowAfterKey('Home', 64_999, 65_000)).toBe(0);
  });

  it('scrolls no further than until its row is seen whole below the head', () => {
    const seen = { scrollTop: 360, clientHeight: 396 };
    expect(scrollTopFor(12, 36, seen)).toBe(360);
    expect(scrollTopFor(3, 36, seen)).toBe(108);
    expect(scrollTopFor(20, 36, seen)).toBe(396);
    expect(scrollTopFor(64_999, 36, seen)).toBe(65_000 * 36 + 36 - 396);
  });

  it('that is typed leads nowhere', () => {
    expect(rowAfterKey('a', 3, 10)).toBeUndefined();
  });
});
