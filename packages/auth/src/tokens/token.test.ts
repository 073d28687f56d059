import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, isToken, newToken } from './index.ts';

describe('a token', () => {
  it('has one form, and no two are the same', () => {
    const made = Array.from({ length: 200 }, newToken);
    expect(made.every(isToken)).toBe(true);
    expect(new Set(made).size).toBe(200);
  });

  it('is told from anything of another length or with other letters', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => isToken(text) === /^[A-Za-z0-9_-]{43}$/.test(text)));
  });

  it('is not kept: what is kept does not contain it and is always the same', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (secret) => {
        expect(digestOf(secret)).toMatch(/^[0-9a-f]{64}$/);
        expect(digestOf(secret)).toBe(digestOf(secret));
      }),
    );
  });

  it('of several parts does not depend on where one part ends', () => {
    fc.assert(fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (a, b, c) => digestOf(a + b, c) !== digestOf(a, b + c)));
  });
});
