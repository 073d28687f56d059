import { isIPv4, isIPv6 } from 'node:net';

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an IPv6 address, each four digits. */
const groupsOf = (address: string): string[] => {
  // The address of a URL has one spelling: no dotted end, no leading zeros.
  const plain = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].map((it) => it.padStart(4, '0'));
};

const asIPv4 = (address: string): string | undefined => {
  const plain = mapped.exec(address)?.[1] ?? address;
  return isIPv4(plain) ? plain : undefined;
};

const firstGroups = (address: string, count: number): string => groupsOf(address).slice(0, count).join(':');

/** An address without its last part, so that it shows the network and not the machine: `203.0.113.0/24`, `2001:0db8:0001::/48`. Null if it is none. */
export const networkOf = (address: string | null): string | null => {
  if (address === null) return null;
  const ipv4 = asIPv4(address);
  if (ipv4 !== undefined) return `${ipv4.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(address) ? `${firstGroups(address, 3)}::/48` : null;
};

/** What counts as one address when attempts are counted: an IPv4 address; of IPv6 the network that one subscriber has (64 bits), or he had 2^64 tries. */
export const throttledAddress = (address: string): string => asIPv4(address) ?? (isIPv6(address) ? `${firstGroups(address, 4)}::/64` : 'unknown');
