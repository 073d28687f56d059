import { describe, expect, it } from 'vitest';
import { writeBirth } from './birth.ts';

describe('a birth date', () => {
  it('is written as far as it is known', () => {
    expect(writeBirth({ date: '1985-12-31', precision: 'day' })).toBe('31/12/1985');
    expect(writeBirth({ date: '1985-12-01', precision: 'month' })).toBe('12/1985');
    expect(writeBirth({ date: '1985-01-01', precision: 'year' })).toBe('1985');
    expect(writeBirth(null)).toBeUndefined();
  });
});
