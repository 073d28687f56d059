import { describe, expect, it } from 'vitest';
import { loadAdminWords } from './index.ts';

describe('the words of the screens', () => {
  it('are written by the convention of the language', async () => {
    const vi = await loadAdminWords('vi');
    expect(vi.t('overview.ofCohort', { numerator: 1234, denominator: 30233 })).toBe('1.234 trong 30.233 người');
    expect(vi.percent(4.42)).toBe('4,42\u00a0%');
    expect(vi.t('overview.milestone', { day: '2025-12-31' })).toContain('31/12/2025');
    const en = await loadAdminWords('en');
    expect(en.t('overview.missingHeads', { count: 1 })).toBe('1 person');
    expect(en.t('overview.missingHeads', { count: 1234 })).toBe('1,234 people');
  });

  it('tell moments by the clock of Vietnam', async () => {
    const words = await loadAdminWords('vi');
    expect(words.moment('2025-12-31T17:05:00.000Z')).toBe('00:05 01/01/2026');
  });

  it('leave a name as it is that they have no word for', async () => {
    const words = await loadAdminWords('vi');
    expect(words.named('grades', 'bachelor')).toBe('đại học');
    expect(words.named('grades', 'B2')).toBe('B2');
  });

  it('of a page come when they are asked for, and with the next language', async () => {
    const words = await loadAdminWords('vi');
    expect(words.t('closing.title')).not.toBe('Chốt số liệu');
    await words.fetch(['closing']);
    expect(words.t('closing.title')).toBe('Chốt số liệu');
    const other = await loadAdminWords('en', ['closing']);
    expect(other.t('closing.title')).toBe('Closed periods');
  });
});
