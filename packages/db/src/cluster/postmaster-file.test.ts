import { describe, expect, it } from 'vitest';
import { parsePostmasterFile } from './postmaster-file.ts';

const lines = ['4711', '/data', '1700000000', '5433', '', '127.0.0.1', ' 1234 0', 'ready   ', ''];

describe('what a server writes about itself', () => {
  it('names its process, its port and whether it takes connections', () => {
    expect(parsePostmasterFile(lines.join('\n'))).toEqual({ pid: 4711, port: 5433, ready: true });
    expect(parsePostmasterFile([...lines.slice(0, 7), 'starting'].join('\n'))).toEqual({ pid: 4711, port: 5433, ready: false });
  });

  it('is nothing while it is not whole', () => {
    expect(parsePostmasterFile('')).toBeUndefined();
    expect(parsePostmasterFile('nonsense')).toBeUndefined();
  });

  it('names the process of a server without its manager by a negative number', () => {
    expect(parsePostmasterFile('-99\n')?.pid).toBe(99);
  });
});
