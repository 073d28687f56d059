import { expect, it } from 'vitest';
import { differencesOf } from './differences.ts';

it('two statements differ where their values do, place by place', () => {
  const before = { from: '2026-01-01', parts: { title: 'aaaaaaaaaaaaaaaa', 'targets.a': 'bbbbbbbbbbbbbbbb' }, heads: 3 };
  const now = { from: '2026-02-01', parts: { title: 'cccccccccccccccc', 'targets.b': 'dddddddddddddddd' }, heads: 3 };
  expect(differencesOf(before, now)).toEqual([
    { key: 'from', before: '2026-01-01', now: '2026-02-01', digest: false },
    { key: 'parts.title', before: 'aaaaaaaaaaaaaaaa', now: 'cccccccccccccccc', digest: true },
    { key: 'parts.targets.a', before: 'bbbbbbbbbbbbbbbb', now: null, digest: true },
    { key: 'parts.targets.b', before: null, now: 'dddddddddddddddd', digest: true },
  ]);
});

it('equal statements do not differ, whatever the order of their keys', () => {
  expect(differencesOf({ a: 1, b: null }, { b: null, a: 1 })).toEqual([]);
});
