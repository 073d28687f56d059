import { describe, expect, it } from 'vitest';
import { proofPage } from './proof.ts';

describe('a page that proves something', () => {
  it('has its table of objects where it says, each at its place', async () => {
    const text = Buffer.concat(await proofPage('Da cu 3 nguoi (dot 1)').toArray() as Buffer[]).toString('latin1');
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const starts = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map((it) => Number(it[1]));
    expect(starts.map((at, number) => text.slice(at, at + 7) === `${number + 1} 0 obj`)).toEqual([true, true, true, true, true]);
    expect(text).toContain('(Da cu 3 nguoi dot 1) Tj');
  });
});
