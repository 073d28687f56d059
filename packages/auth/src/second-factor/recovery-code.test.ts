import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserId } from '@saubac/domain/values';
import { newRecoveryCodes, plainRecoveryCode, recoveryDigest } from './recovery-code.ts';

describe('recovery codes', () => {
  it('are ten, all different, in one form', () => {
    for (let i = 0; i < 50; i += 1) {
      const codes = newRecoveryCodes();
      expect(new Set(codes).size).toBe(10);
      for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
    }
  });

  it('are read as they are copied from paper', () => {
    const [code = ''] = newRecoveryCodes();
    const user = crypto.randomUUID() as UserId;
    for (const typed of [code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('0', 'O').replaceAll('1', 'l')])
      expect(recoveryDigest(user, typed)).toBe(recoveryDigest(user, code));
  });

  it('have one plain form', () => {
    fc.assert(fc.property(fc.string(), (text) => plainRecoveryCode(plainRecoveryCode(text)) === plainRecoveryCode(text)));
  });

  it('of two accounts have nothing in common in the store', () => {
    expect(recoveryDigest('a' as UserId, 'x')).not.toBe(recoveryDigest('b' as UserId, 'x'));
  });
});
