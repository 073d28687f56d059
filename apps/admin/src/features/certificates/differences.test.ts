import { isoDate } from '@saubac/domain/values';
import { expect, it } from 'vitest';
import { differencesOf, type KeptEntry, type Names } from './differences.ts';
import type { Entry } from './entry-draft.ts';

const fields = ['type', 'language', 'number', 'issuer', 'examDate', 'expiresOn', 'grade', 'overall', 'listening', 'reading', 'speaking', 'writing', 'state'] as const;
const same = (text: string) => text;
const names: Names = { labels: Object.fromEntries(fields.map((it) => [it, it])) as Names['labels'], type: same, language: same, issuer: (id) => `issuer ${id}`, number: String, date: same, state: same };
const scores = { overall: 6, listening: null, reading: null, speaking: null, writing: null };
const mine: Entry = { type: 'ielts', language: null, number: 'N1', issuer: '7', issuerName: null, examDate: isoDate('2024-03-01'), expiresOn: null, scores, grade: null };
const saved: KeptEntry = { ...mine, language: 'en', state: 'declared' };

it('two versions differ only where they say something else; a language that follows from the type is no difference', () => {
  expect(differencesOf(mine, saved, names)).toEqual([]);
  expect(differencesOf(mine, { ...saved, issuer: null, issuerName: 'BC', scores: { ...scores, overall: 7 }, state: 'verified' }, names)).toEqual([
    { label: 'issuer', yours: 'issuer 7', theirs: 'BC' },
    { label: 'overall', yours: '6', theirs: '7' },
    { label: 'state', yours: 'declared', theirs: 'verified' },
  ]);
});
