import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, isPassword } from './hash-password.ts';

// The least that argon2 takes: what is tested does not depend on the cost.
const cost = { memoryCost: 8, timeCost: 1, parallelism: 1 };

describe('a hashed password', () => {
  it('is opened by the password however its letters are composed, and by no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (password) => {
        const hashed = await hashPassword(password.normalize('NFD'), cost);
        expect(await isPassword(hashed, password.normalize('NFC'), cost)).toBe(true);
        expect(await isPassword(hashed, `${password}x`, cost)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('is another one each time', async () => {
    expect(await hashPassword('a', cost)).not.toBe(await hashPassword('a', cost));
  });

  it('is outdated once the cost has changed', async () => {
    const hashed = await hashPassword('a', cost);
    expect(isOutdated(hashed, cost)).toBe(false);
    expect(isOutdated(hashed, { ...cost, timeCost: 2 })).toBe(true);
    expect(isOutdated(hashed, { ...cost, memoryCost: 80 })).toBe(true);
  });

  it('that is not there is opened by nothing', async () => {
    expect(await isPassword(null, '', cost)).toBe(false);
  });
});
