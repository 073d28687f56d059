import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { throttleKeys } from './index.ts';

const account = fc.emailAddress();
const address = fc.oneof(fc.ipV4(), fc.ipV6());

describe('the keys of counters', () => {
  it('name neither the account nor the address', () => {
    fc.assert(
      fc.property(account, address, (who, from) => {
        for (const key of Object.values(throttleKeys({ account: who, address: from }))) expect(key).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  it('are three that never meet', () => {
    fc.assert(fc.property(account, address, (who, from) => new Set(Object.values(throttleKeys({ account: who, address: from }))).size === 3));
    expect(throttleKeys({ account: 'a', address: '1.1.1.1' }).account).not.toBe(throttleKeys({ account: null, address: '1.1.1.1' }).address);
  });

  it('are only those that there is something to count by', () => {
    expect(throttleKeys({ account: null, address: null })).toEqual({ pair: null, account: null, address: null });
    expect(throttleKeys({ account: 'a', address: null })).toMatchObject({ pair: null, address: null });
  });
});
