import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf, throttledAddress } from './network.ts';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2::3', '2001:0db8:0001::/48'],
    ['::1', '0000:0000:0000::/48'],
    ['fe80::1%eth0', 'fe80:0000:0000::/48'],
    ['somewhere', null],
    ['', null],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('does not show the machine', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => networkOf(address) === networkOf(address.replace(/\d+$/, '9'))));
    fc.assert(fc.property(fc.ipV6(), (address) => /^(([0-9a-f]{4}:){2}[0-9a-f]{4}::\/48|[0-9.]+\/24)$/.test(networkOf(address) ?? '')));
  });
});

describe('the address whose attempts are counted', () => {
  it('is the same however an address is spelled', () => {
    expect(throttledAddress('2001:DB8:0:0:1::1')).toBe(throttledAddress('2001:db8::1:0:0:1'));
    expect(throttledAddress('::FFFF:10.0.0.1')).toBe(throttledAddress('10.0.0.1'));
  });

  it('is the same for all machines of one subscriber of IPv6, and another for each machine of IPv4', () => {
    expect(throttledAddress('2001:db8:1:2::3')).toBe(throttledAddress('2001:db8:1:2:ffff::4'));
    expect(throttledAddress('2001:db8:1:2::3')).not.toBe(throttledAddress('2001:db8:1:3::3'));
    fc.assert(fc.property(fc.ipV4(), fc.ipV4(), (a, b) => (throttledAddress(a) === throttledAddress(b)) === (a === b)));
  });

  it('is one for everybody whose address cannot be read', () => {
    expect(throttledAddress('x')).toBe(throttledAddress('y'));
  });
});
