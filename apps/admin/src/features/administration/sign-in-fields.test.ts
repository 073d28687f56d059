import { describe, expect, it } from 'vitest';
import type { SignInSettings } from './queries.ts';
import { changeOf, fieldsOf, isChanged } from './sign-in-fields.ts';

const saved: SignInSettings = {
  secondFactorRequired: false, callback: 'https://saubac.example/callback', version: 3,
  singleSignOn: { issuer: 'https://id.example.gov.vn', clientId: 'saubac', emailDomains: ['a.gov.vn', 'b.gov.vn'], isSecondFactor: true },
};

describe('the form of sign-in settings', () => {
  it('sends what it was given, without a secret that nobody typed', () => {
    const { callback: _, version: __, ...rest } = saved;
    expect(changeOf(fieldsOf(saved))).toEqual(rest);
    expect(isChanged(saved, fieldsOf(saved))).toBe(false);
  });

  it('takes domains however they are told apart', () => {
    expect(changeOf({ ...fieldsOf(saved), domains: ' a.gov.vn;b.gov.vn\nc.gov.vn, ' }).singleSignOn?.emailDomains).toEqual(['a.gov.vn', 'b.gov.vn', 'c.gov.vn']);
  });

  it('takes the connection away where it is switched off', () => {
    const off = { ...fieldsOf(saved), connected: false };
    expect(changeOf(off).singleSignOn).toBeNull();
    expect(isChanged(saved, off)).toBe(true);
  });

  it('is not changed by a reason alone', () => {
    expect(isChanged(saved, { ...fieldsOf(saved), why: 'x' })).toBe(false);
  });
});
