import { expect, it } from 'vitest';
import { framework } from '@saubac/testing/levels';
import { isoDate } from '../values/index.ts';
import { levelOfGrade } from './framework.ts';

it('does not give a level before the law brings it', () => {
  const withZero = { ...framework, levels: [{ level: 0, code: 'A0', name: { vi: 'Bậc 0' }, from: isoDate('2027-01-01'), to: 'infinity' as const }, ...framework.levels] };
  expect(levelOfGrade(withZero, 'A0', isoDate('2026-12-31'))).toBeUndefined();
  expect(levelOfGrade(withZero, 'Bậc 0', isoDate('2027-01-01'))?.level).toBe(0);
});

it('reads the word for level with its accents composed or decomposed', () => {
  expect(['Bậc 3', 'Bậc 3'.normalize('NFD'), 'BAC 3/6'].map((it) => levelOfGrade(framework, it, isoDate('2024-01-01'))?.level)).toEqual([3, 3, 3]);
});
