import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, entryDigest, payloadDigest, type EntryMetadata } from './chain.ts';

const metadata: EntryMetadata = { id: 'e', position: 1, at: '2026-01-01T00:00:00.000Z', actorId: null, actorLabel: 'operator', act: 'x.done', subjectKind: 'x', subjectId: null, why: null };
const payload = { before: null, after: { a: 1 }, details: null };

describe('canonical JSON', () => {
  it('is the same for the same value, in whatever order its keys come back', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(canonicalJson({ b: [1, { c: 'x', d: null }] }));
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('the chain', () => {
  it('gives another digest when any word of an entry, its payload or the one before changes', () => {
    const digest = entryDigest('before', metadata, payloadDigest('salt', payload));
    const others = [
      entryDigest('other', metadata, payloadDigest('salt', payload)),
      entryDigest('before', { ...metadata, act: 'y.done' }, payloadDigest('salt', payload)),
      entryDigest('before', metadata, payloadDigest('salt', { ...payload, after: { a: 2 } })),
      entryDigest('before', metadata, payloadDigest('pepper', payload)),
    ];
    expect(others).not.toContain(digest);
  });
});
