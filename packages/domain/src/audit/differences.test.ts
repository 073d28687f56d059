import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { differences, type FieldChange } from './index.ts';

const json = fc.jsonValue({ maxDepth: 3 });

const turned = (change: FieldChange): FieldChange =>
  change.kind === 'value' ? { ...change, before: change.after, after: change.before } : { ...change, removed: change.added, added: change.removed };
const byPath = (changes: readonly FieldChange[]): string[] => changes.map((it) => JSON.stringify(it)).toSorted();

describe('what a write changed', () => {
  it('names the fields that differ and no other', () => {
    expect(differences({ name: 'An', sex: 'male', post: { kind: 'cadre', rank: 'a' } }, { name: 'An', sex: 'female', post: { kind: 'cadre', rank: 'b' } })).toEqual([
      { kind: 'value', path: ['sex'], before: 'male', after: 'female' },
      { kind: 'value', path: ['post', 'rank'], before: 'a', after: 'b' },
    ]);
  });

  it('tells of something new every field, and of something gone too', () => {
    expect(differences(null, { name: 'An', sex: null })).toEqual([{ kind: 'value', path: ['name'], before: null, after: 'An' }]);
    expect(differences({ posts: ['x'] }, null)).toEqual([{ kind: 'list', path: ['posts'], removed: ['x'], added: [] }]);
  });

  it('tells which lines of a list went and which came', () => {
    expect(differences({ posts: ['a', 'b', 'b'] }, { posts: ['b', 'c', 'a'] })).toEqual([{ kind: 'list', path: ['posts'], removed: ['b'], added: ['c'] }]);
  });

  it('matches entries by their id or code, wherever they stand', () => {
    const before = [{ code: 'x', level: 3 }, { code: 'y', level: 4 }];
    const after = [{ code: 'y', level: 4 }, { code: 'x', level: 5 }, { code: 'z', level: 1 }];
    expect(differences(before, after)).toEqual([
      { kind: 'value', path: ['x', 'level'], before: 3, after: 5 },
      { kind: 'value', path: ['z', 'code'], before: null, after: 'z' },
      { kind: 'value', path: ['z', 'level'], before: null, after: 1 },
    ]);
  });

  it('says so when only the order of a list changed', () => {
    expect(differences([1, 2], [2, 1])).toEqual([{ kind: 'value', path: [], before: [1, 2], after: [2, 1] }]);
  });

  it('is nothing between equals, and turns around with its two sides', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(differences(a, structuredClone(a))).toEqual([]);
        expect(byPath(differences(b, a))).toEqual(byPath(differences(a, b).map(turned)));
      }),
    );
  });
});
