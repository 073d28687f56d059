import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pgArray } from './pg-array.ts';

/** Reads an array literal as the server does. */
const read = (literal: string): (string | null)[] => {
  const parts = literal.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/gs);
  return [...parts].map(([, quoted, bare]) => (quoted === undefined ? (bare === 'NULL' ? null : (bare ?? '')) : quoted.replace(/\\(.)/gs, '$1')));
};

describe('an array literal', () => {
  it('is read back as it was, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ unit: 'binary' }))), (values) => {
        expect(read(pgArray(values))).toEqual(values);
      }),
    );
  });

  it('tells nothing from no text and from the word NULL', () => {
    expect(pgArray(['', null, 'NULL'])).toBe('{"",NULL,"NULL"}');
  });

  it('writes numbers and yes or no without quotes', () => {
    expect(pgArray([1, 2n, -3.5, true, false])).toBe('{1,2,-3.5,true,false}');
    expect(pgArray([])).toBe('{}');
  });
});
