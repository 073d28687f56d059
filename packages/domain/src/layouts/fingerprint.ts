import { headingKey } from './headings.ts';
import type { Layout } from './layout.ts';

// FNV-1a in 64 bits: it tells headings apart, it protects nothing.
const hashOf = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
};

/** What sheets of the same headings in the same order have in common, however they are spelt. */
export const headingsPrint = (headings: readonly string[]): string => hashOf(headings.map(headingKey).filter((it) => it !== '').join('|'));

/** What files have in common whose sheets have the same headings. */
export const layoutPrint = ({ sheets }: Layout): string => hashOf([...new Set(sheets.map(({ headings }) => headingsPrint(headings)))].sort().join());
