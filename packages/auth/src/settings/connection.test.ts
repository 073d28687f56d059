import { describe, expect, it } from 'vitest';
import { checkConnection } from './connection.ts';

const connection = { issuer: 'https://id.example.test', clientId: 'saubac', emailDomains: ['example.test'], isSecondFactor: false };
const kindOf = (more: Partial<typeof connection>, plainLoopback = false) => {
  const checked = checkConnection({ ...connection, ...more }, plainLoopback);
  return checked.ok ? 'taken' : checked.failure.kind;
};

describe('a connection to an identity provider', () => {
  it.each(['https://id.example.test', 'https://id.example.test/realms/a', 'https://id.example.test:8443'])('may go to %s', (issuer) => {
    expect(kindOf({ issuer })).toBe('taken');
  });

  it.each([
    'http://id.example.test',
    'https://localhost',
    'https://127.0.0.1',
    'https://169.254.169.254',
    'https://[::1]',
    'https://database',
    'https://db.internal',
    'https://user:secret@id.example.test',
    'https://id.example.test?x=1',
    'file:///etc/passwd',
    'nothing',
  ])('may not go to %s', (issuer) => {
    expect(kindOf({ issuer })).toBe('issuer-not-allowed');
  });

  it('goes to this machine without TLS only where the installation says so', () => {
    expect(kindOf({ issuer: 'http://localhost:8080' })).toBe('issuer-not-allowed');
    expect(kindOf({ issuer: 'http://localhost:8080' }, true)).toBe('taken');
    expect(kindOf({ issuer: 'http://id.example.test' }, true)).toBe('issuer-not-allowed');
  });

  it('names the domains that may come in through it', () => {
    expect(kindOf({ emailDomains: [] })).toBe('email-domains-missing');
    expect(kindOf({ emailDomains: ['a@b.vn'] })).toBe('email-domain-invalid');
    expect(kindOf({ emailDomains: ['*'] })).toBe('email-domain-invalid');
    expect(checkConnection({ ...connection, emailDomains: [' SO.gov.VN', 'so.gov.vn'] }, false)).toMatchObject({ value: { emailDomains: ['so.gov.vn'] } });
  });

  it('names a client', () => {
    expect(kindOf({ clientId: ' ' })).toBe('client-id-blank');
  });
});
