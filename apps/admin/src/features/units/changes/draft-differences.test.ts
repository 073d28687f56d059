import { loadAdminWords } from '@saubac/i18n/admin';
import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { draftDifferences } from './draft-differences.ts';

const draft: Draft = { title: 'Sắp xếp', on: '2027-01-01', decision: null, why: '', operations: [{ op: 'move', unit: 'A', parent: 'B' }], moves: [] };

describe('two versions of a change', () => {
  it('are shown where they differ and nowhere else, units by their names', async () => {
    const words = await loadAdminWords('vi', ['unitTree']);
    const theirs: Draft = { ...draft, on: '2027-02-01', operations: [{ op: 'move', unit: 'A', parent: 'C' }] };
    const told = draftDifferences(draft, theirs, 0, words, (code) => `đơn vị ${code}`);
    expect(told.map((it) => [it.yours, it.theirs])).toEqual([['01/01/2027', '01/02/2027'], [expect.stringContaining('đơn vị B') as string, expect.stringContaining('đơn vị C') as string]]);
    expect(draftDifferences(draft, draft, 0, words, (code) => code)).toEqual([]);
    expect(draftDifferences(draft, draft, 3, words, (code) => code).map((it) => [it.yours, it.theirs])).toEqual([['0', '3']]);
  });
});
