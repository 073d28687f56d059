import { describe, expect, it } from 'vitest';
import { copyLine } from './copy-text.ts';

describe('a line for COPY', () => {
  it('marks what would end a value, a line or an escape', () => {
    expect(copyLine(['a\tb', 'c\nd', 'e\\f', 'g\rh'])).toBe('a\\tb\tc\\nd\te\\\\f\tg\\rh\n');
  });

  it('tells nothing from an empty text', () => {
    expect(copyLine([null, '', '\\N'])).toBe('\\N\t\t\\\\N\n');
  });
});
