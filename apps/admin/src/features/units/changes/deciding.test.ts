import { describe, expect, it } from 'vitest';
import { whatToDecide } from './deciding.ts';

const by = (user: string) => ({ by: user, label: user, at: '2026-01-01T00:00:00.000Z' });
const change = (state: 'draft' | 'previewed' | 'committed' | 'withdrawn', firstDay = '2027-01-01') => ({ state, prepared: by('officer'), firstDay });
const head = { user: 'head', today: '2026-11-22', mayCommit: true };

describe('what there is to decide', () => {
  it('is the commit for a second person who may, and waiting for who prepared it', () => {
    expect(whatToDecide(change('previewed'), head)).toBe('commit');
    expect(whatToDecide(change('previewed'), { ...head, user: 'officer' })).toBe('handed-over');
    expect(whatToDecide(change('previewed'), { ...head, mayCommit: false })).toBe('handed-over');
    expect(whatToDecide(change('draft'), head)).toBeNull();
  });

  it('is withdrawing before the first day, and no more on it', () => {
    expect(whatToDecide(change('committed'), head)).toBe('withdraw');
    expect(whatToDecide(change('committed', '2026-11-22'), head)).toBe('past-withdrawing');
    expect(whatToDecide(change('committed'), { ...head, mayCommit: false })).toBeNull();
    expect(whatToDecide(change('withdrawn'), head)).toBeNull();
  });
});
