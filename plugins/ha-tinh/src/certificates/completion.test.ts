import { describe, expect, it } from 'vitest';

import { type AtTheEnd, certificateNumber, completionRefusal } from './completion.ts';

const learner = (enough: boolean, change: Partial<AtTheEnd> = {}): AtTheEnd => ({ enrolment: 'a', state: 'official', certified: false, attendance: { attended: 8, excused: 0, due: 10, share: 8_000, enough }, ...change });

describe('a certificate of completion', () => {
  it('is only for who stands on the official list of a class that has ended, attended enough and has none yet', () => {
    expect(completionRefusal('ended', learner(true))).toBeUndefined();
    expect(completionRefusal('ended', learner(false))).toBe('not-enough');
    expect(completionRefusal('official', learner(true))).toBe('not-ended');
    expect(completionRefusal('ended', learner(true, { state: 'cut' }))).toBe('not-official');
    expect(completionRefusal('ended', learner(true, { certified: true }))).toBe('certified');
  });

  it('has a number that sorts within its year', () => {
    expect(certificateNumber('TL-HT', 7, 2026)).toBe('TL-HT-0007/2026');
    expect(certificateNumber('TL-HT', 12_345, 2026)).toBe('TL-HT-12345/2026');
  });
});
