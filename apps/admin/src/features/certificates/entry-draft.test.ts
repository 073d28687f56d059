import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, entryOf, readScore } from './entry-draft.ts';

const ielts = { language: 'en', grades: [], skills: ['listening', 'reading', 'speaking', 'writing'] };
const framework = { language: null, grades: ['B1', 'B2'], skills: [] };

describe('what somebody types from a certificate', () => {
  it.each([['6,5', 6.5], ['6.5', 6.5], [' 7 ', 7], ['', null], ['B2', undefined], ['-1', undefined], ['6,5,0', undefined]])('the score %j is %j', (typed, value) => {
    expect(readScore(typed)).toBe(value);
  });

  it('is what the API takes, without the fields that its type has not', () => {
    const draft = { ...emptyDraft, type: 'framework', language: 'fr', grade: 'B2', examDate: '1/6/2024', listening: '7', issuer: 'other', issuerName: ' ULIS ' };
    expect(entryOf(draft, framework)).toEqual({
      faults: null,
      entry: {
        type: 'framework', language: 'fr', number: null, issuer: null, issuerName: 'ULIS', examDate: '2024-06-01', expiresOn: null, grade: 'B2',
        scores: { overall: null, listening: null, reading: null, speaking: null, writing: null },
      },
    });
    expect(entryOf({ ...draft, type: 'ielts', overall: '6,5' }, ielts).entry).toMatchObject({ language: null, grade: null, scores: { overall: 6.5, listening: 7 } });
  });

  it('is told field by field where it can’t be read', () => {
    expect(entryOf(emptyDraft, undefined).faults).toEqual({ type: 'type-missing', examDate: 'day-missing' });
    expect(entryOf({ ...emptyDraft, type: 'ielts', examDate: '31/2/2024', expiresOn: 'x', overall: 'B' }, ielts).faults).toEqual({ examDate: 'day-wrong', expiresOn: 'day-wrong', overall: 'score-wrong' });
  });

  it('comes back as it was kept', () => {
    const kept = { type: 'ielts', language: null, number: 'N1', issuer: null, issuerName: 'British Council', examDate: '2024-03-01', expiresOn: '2026-03-01', grade: null, scores: { overall: 6.5, listening: 7, reading: null, speaking: null, writing: null } };
    expect(draftOf(kept, ',').overall).toBe('6,5');
    expect(entryOf(draftOf(kept, ','), ielts).entry).toEqual(kept);
    expect(draftOf({ ...kept, issuer: 'some-id' }, '.')).toMatchObject({ issuer: 'some-id', issuerName: '', overall: '6.5' });
  });
});
