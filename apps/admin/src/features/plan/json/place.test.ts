import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAt, liesIn, nameOfPlace, placeOfPointer, valueAt, withMoved, withValue } from './place.ts';

const document = { targets: [{ id: 'a' }, { id: 'b', cohort: { all: [] } }], title: { vi: 'x' } };

describe('a place in a document', () => {
  it('is read, written and taken away without touching anything else', () => {
    expect(valueAt(document, ['targets', 1, 'cohort'])).toEqual({ all: [] });
    expect(valueAt(document, ['targets', 9, 'cohort'])).toBeUndefined();
    const changed = withValue(document, ['targets', 0, 'title', 'vi'], 'y');
    expect(changed).toEqual({ ...document, targets: [{ id: 'a', title: { vi: 'y' } }, document.targets[1]] });
    expect(valueAt(changed, ['targets', 1])).toBe(document.targets[1]);
    expect(withValue(document, ['title'], undefined)).toEqual({ targets: document.targets });
    expect(withValue(document, ['targets', 0], undefined)).toEqual({ ...document, targets: [document.targets[1]] });
  });

  it('that is written holds what was written, and written back gives the document again', () => {
    const json = fc.letrec<{ value: unknown }>((tie) => ({ value: fc.oneof({ maxDepth: 3 }, fc.string(), fc.integer(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.stringMatching(/^[a-c]$/), tie('value'), { maxKeys: 3, noNullPrototype: true })) })).value;
    const places = (value: unknown): (string | number)[][] => {
      if (Array.isArray(value)) return [[], ...value.flatMap((it, at) => places(it).map((rest) => [at, ...rest]))];
      if (typeof value === 'object' && value !== null) return [[], ...Object.entries(value).flatMap(([key, it]) => places(it).map((rest) => [key, ...rest]))];
      return [[]];
    };
    fc.assert(
      fc.property(json, json, fc.nat(), (whole, written, pick) => {
        const all = places(whole);
        const place = all[pick % all.length] ?? [];
        const before = valueAt(whole, place);
        const changed = withValue(whole, place, written);
        expect(valueAt(changed, place)).toEqual(written);
        expect(withValue(changed, place, before)).toEqual(whole);
      }),
    );
  });

  it('in a list moves within the list alone', () => {
    expect(listAt(withMoved(document, ['targets'], 0, 1), ['targets'])).toEqual([document.targets[1], document.targets[0]]);
    expect(withMoved(document, ['targets'], 0, -1)).toBe(document);
    expect(withMoved(document, ['targets'], 1, 1)).toBe(document);
  });

  it('has a pointer and a name', () => {
    expect(placeOfPointer('/targets/3/cohort/a~1b')).toEqual(['targets', 3, 'cohort', 'a/b']);
    expect(placeOfPointer('')).toEqual([]);
    expect(nameOfPlace(['targets', 3, 'cohort'])).toBe('targets.3.cohort');
    expect(liesIn(['targets', 3, 'cohort'], ['targets', 3])).toBe(true);
    expect(liesIn(['targets', 3], ['targets', 3, 'cohort'])).toBe(false);
  });
});
