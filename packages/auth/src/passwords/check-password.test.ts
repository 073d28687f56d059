import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPassword, composed, leastLength, mostLength } from './check-password.ts';
import { commonPasswords } from './common-passwords.ts';

const kindOf = (password: string, email = 'nguyen.van.an@so.example') => {
  const checked = checkPassword(password, email);
  return checked.ok ? 'taken' : checked.failure.kind;
};

describe('a password', () => {
  it.each([
    ['ngựa chạy trên đê', 'taken'],
    ['ngắn', 'password-too-short'],
    ['x'.repeat(mostLength + 1), 'password-too-long'],
    ['Matkhau123', 'password-too-common'],
    ['aaaaaaaaaaaa', 'password-too-common'],
    ['abababababab', 'password-too-common'],
    ['Nguyen.Van.An@so.example', 'password-is-email'],
    ['nguyen.van.an', 'password-is-email'],
  ])('%s is %s', (password, verdict) => {
    expect(kindOf(password)).toBe(verdict);
  });

  it('is counted in letters, not in the bytes they take', () => {
    expect(kindOf('ữởđệấầẫợắ')).toBe('password-too-short');
    expect(kindOf('ữởđệấầẫợắn')).toBe('taken');
  });

  it('is judged and hashed alike whether its letters come composed or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(kindOf(text.normalize('NFD'))).toBe(kindOf(text.normalize('NFC')));
        expect(composed(text.normalize('NFD'))).toBe(composed(text));
      }),
    );
  });

  it('on the list of common ones is long enough to need the list', () => {
    expect(commonPasswords.size).toBeGreaterThan(100);
    expect([...commonPasswords].filter((it) => it.length < leastLength || it !== it.toLowerCase())).toEqual([]);
  });
});
