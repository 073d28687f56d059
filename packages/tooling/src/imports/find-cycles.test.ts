import { describe, expect, it } from 'vitest';
import { findCycles } from './find-cycles.ts';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

describe('cycles of imports', () => {
  it('are none where every path ends', () => {
    expect(findCycles(graph({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
  });

  it('are found around corners, each with all its files', () => {
    expect(findCycles(graph({ a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: ['d'], f: ['a'] }))).toEqual([['d', 'e'], ['a', 'b', 'c']]);
  });

  it('include a file that imports itself', () => {
    expect(findCycles(graph({ a: ['a'], b: [] }))).toEqual([['a']]);
  });
});
