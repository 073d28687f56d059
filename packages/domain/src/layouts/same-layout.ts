import type { Layout } from './layout.ts';

const ordered = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;

/** Whether two layouts say the same: a database keeps the parts of one in an order of its own. */
export const sameLayout = (a: Layout, b: Layout): boolean => JSON.stringify(a, ordered) === JSON.stringify(b, ordered);
