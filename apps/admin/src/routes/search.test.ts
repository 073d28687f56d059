import { describe, expect, it } from 'vitest';
import { dayOr, numberOr, oneOf, textOr, textsOf, withoutEmpty } from './search.ts';

describe('what an address says', () => {
  it('is left out where it can’t be meant', () => {
    expect(dayOr('2025-02-30')).toBeUndefined();
    expect(dayOr('2025-12-31')).toBe('2025-12-31');
    expect(oneOf('missing', ['reached'])).toBeUndefined();
    expect(numberOr('x')).toBeUndefined();
    expect(numberOr(0)).toBeUndefined();
  });

  it('is a text even where it looks like a number', () => {
    expect(textOr(12)).toBe('12');
    expect(textOr(' ')).toBeUndefined();
    expect(numberOr('4')).toBe(4);
  });

  it('is what is written there for whoever makes of it what he will', () => {
    expect(textsOf({ class: 'a', seats: 12, open: true, none: null, many: [1] })).toEqual({ class: 'a', seats: '12', open: 'true' });
  });

  it('holds no more than what was chosen', () => {
    expect(withoutEmpty({ on: undefined, unit: 'A' })).toEqual({ unit: 'A' });
  });
});
