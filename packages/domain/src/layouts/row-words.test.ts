import { describe, expect, it } from 'vitest';
import { isTotal } from './row-words.ts';

describe('a row that sums up', () => {
  it.each(['Cộng', 'Tổng cộng: 2 người', 'Cộng I', 'Cộng mục II', 'CỘNG XII'])('is known by its words: %s', (text) => {
    expect(isTotal(text)).toBe(true);
  });

  it.each(['Cộng Hòa', 'Nguyễn Thị Cộng', 'Công chức'])('is not one that begins or ends like it: %s', (text) => {
    expect(isTotal(text)).toBe(false);
  });
});
