import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt, keyNameOf } from './cipher.ts';

const key = { name: 'k1', bytes: randomBytes(32) };

describe('an encrypted password', () => {
  it('opens with its key and for its owner', () => {
    expect(decrypt(key, encrypt(key, 'mật khẩu', 'tenant-1'), 'tenant-1')).toBe('mật khẩu');
  });

  it('is different every time and names its key', () => {
    expect(encrypt(key, 'x', 't')).not.toBe(encrypt(key, 'x', 't'));
    expect(keyNameOf(encrypt(key, 'x', 't'))).toBe('k1');
  });

  it('does not open for another owner, nor after a change', () => {
    const text = encrypt(key, 'x', 'tenant-1');
    const changed = text.replace(/\.(.)([^.]*)$/, (_, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`);
    for (const attempt of [() => decrypt(key, text, 'tenant-2'), () => decrypt(key, changed, 'tenant-1')]) expect(attempt).toThrow('unable to authenticate data');
  });

  it('says which key it needs when given another', () => {
    expect(() => decrypt({ name: 'k2', bytes: randomBytes(32) }, encrypt(key, 'x', 't'), 't')).toThrow(expect.objectContaining({ code: 'key-missing', details: { needed: 'k1', given: 'k2' } }));
  });
});
