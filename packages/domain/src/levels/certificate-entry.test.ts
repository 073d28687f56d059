import { certificateTypes, context, fourSkills, framework, languageRows } from '@saubac/testing/levels';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isoDate } from '../values/index.ts';
import { type CertificateEntry, entryProblems, noScores } from './index.ts';

const known = { framework, types: context.types, languages: new Set(languageRows.map((it) => it.code)), today: isoDate('2026-01-15') };
const entry = (it: Partial<Omit<CertificateEntry, 'scores'>> & { scores?: Partial<CertificateEntry['scores']> } = {}): CertificateEntry => ({
  type: 'ielts', language: null, number: null, issuer: null, issuerName: null, examDate: isoDate('2024-03-01'), expiresOn: null, grade: null, ...it, scores: { ...noScores, ...it.scores },
});
const kinds = (it: CertificateEntry): string[] => entryProblems(it, known).map(({ kind, field }) => `${field}: ${kind}`);

describe('the entry of a certificate', () => {
  it('is fine when it says what the test can say', () => {
    expect(kinds(entry({ scores: { overall: 6.5, ...fourSkills(6, 6.5, 7, 6) } }))).toEqual([]);
    expect(kinds(entry({ type: 'framework', language: 'fr', grade: 'B1' }))).toEqual([]);
    expect(kinds(entry({ type: 'hsk', language: 'zh', grade: 'HSK 4' }))).toEqual([]);
  });

  it('names every field that is wrong at once', () => {
    expect(kinds(entry({ language: 'fr', examDate: isoDate('2026-01-16'), expiresOn: isoDate('2025-01-01'), scores: { overall: 9.5, reading: -1 } }))).toEqual([
      'language: language-differs', 'examDate: day-in-the-future', 'expiresOn: ends-before-start', 'score: score-out-of-range', 'reading: score-out-of-range',
    ]);
  });

  it('needs a language where the type has none of its own', () => {
    expect(kinds(entry({ type: 'old-abc', grade: 'B' }))).toEqual(['language: language-missing']);
    expect(kinds(entry({ type: 'old-abc', grade: 'B', language: 'xx' }))).toEqual(['language: unknown-language']);
  });

  it('does not take a grade that the type has not, nor a score finer than is kept', () => {
    expect(kinds(entry({ type: 'jlpt', grade: 'N9' }))).toEqual(['grade: grade-not-understood']);
    expect(kinds(entry({ type: 'framework', language: 'en', grade: 'B9' }))).toEqual(['grade: grade-not-understood']);
    expect(kinds(entry({ scores: { overall: 6.123 } }))).toEqual(['score: score-too-fine']);
  });

  it('takes every grade and every limit that the type itself states', () => {
    fc.assert(
      fc.property(fc.constantFrom(...certificateTypes), fc.nat(), fc.boolean(), (type, at, most) => {
        const { overall, skill } = type.scoreLimits;
        const end = most ? 1 : 0;
        const scores = { overall: overall?.[end] ?? null, reading: skill?.[end] ?? null };
        expect(kinds(entry({ type: type.code, language: type.language ?? 'en', grade: type.grades[at % (type.grades.length || 1)] ?? null, scores }))).toEqual([]);
      }),
    );
  });
});
