import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAt, isTotpCode, newSecret, secretUri, stepOfCode } from './totp.ts';

const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const shifted = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1_000);

describe('a code', () => {
  it('is known by its own step, the one before and the one after', () => {
    const secret = newSecret();
    fc.assert(
      fc.property(moments, fc.integer({ min: -1, max: 1 }), (moment, steps) => {
        const step = Math.floor(moment.getTime() / 30_000);
        const found = stepOfCode(secret, codeAt(secret, shifted(moment, 30 * steps)), moment);
        // Two steps may have the same code by chance; one of the three it is.
        expect([step - 1, step, step + 1]).toContain(found);
      }),
    );
  });

  it('of another step, of another secret, or no code at all is not known', () => {
    const [secret, other] = [newSecret(), newSecret()];
    const moment = new Date('2026-03-02T05:00:00Z');
    const known = [-1, 0, 1].map((steps) => codeAt(secret, shifted(moment, 30 * steps)));
    for (const code of [codeAt(secret, shifted(moment, 90)), codeAt(secret, shifted(moment, -90)), codeAt(other, moment)])
      if (!known.includes(code)) expect(stepOfCode(secret, code, moment)).toBeNull();
    for (const code of ['', '1', 'abcdef', '١٢٣٤٥٦', '1234567']) expect(stepOfCode(secret, code, moment)).toBeNull();
  });

  it('may be typed with a gap', () => {
    const secret = newSecret();
    const moment = new Date('2026-03-02T05:00:00Z');
    const code = codeAt(secret, moment);
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, moment)).not.toBeNull();
    expect(isTotpCode(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(true);
    expect(isTotpCode('12345')).toBe(false);
  });
});

describe('what an app reads', () => {
  it('names the account and says nothing the app might ignore', () => {
    const secret = newSecret();
    const uri = new URL(secretUri(secret, 'an@x.test'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('an@x.test');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, algorithm: 'SHA1', digits: '6', period: '30' });
  });
});
