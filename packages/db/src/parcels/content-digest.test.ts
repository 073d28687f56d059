import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contentDigest, lineCutter } from './content-digest.ts';

const rowsOf = fc.array(fc.string().map((it) => it.replaceAll('\n', '')), { maxLength: 30 });

const digestOf = (rows: readonly string[]): string => {
  const digest = contentDigest();
  for (const row of rows) digest.add(Buffer.from(`${row}\n`));
  return digest.content();
};

describe('the digest of a content', () => {
  it('is the same in whatever order the rows come', () => {
    fc.assert(fc.property(rowsOf, rowsOf, (some, more) => expect(digestOf([...some, ...more])).toBe(digestOf([...more, ...some].toReversed()))));
  });

  it('is another one when a row is missing, doubled or changed', () => {
    fc.assert(
      fc.property(rowsOf, fc.string(), (rows, one) => {
        const row = one.replaceAll('\n', '');
        expect(digestOf([...rows, row])).not.toBe(digestOf(rows));
        expect(digestOf([...rows, row, row])).not.toBe(digestOf([...rows, row]));
        expect(digestOf([...rows, `${row}x`])).not.toBe(digestOf([...rows, row]));
      }),
    );
  });
});

describe('cutting into lines', () => {
  it('gives the same lines however the text comes in pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 5 }), (texts, size) => {
        const bytes = Buffer.from(texts.join('\n'));
        const lines: string[] = [];
        const cutter = lineCutter((line) => lines.push(line.toString('latin1')));
        for (let at = 0; at < bytes.length; at += size) cutter.feed(bytes.subarray(at, at + size));
        cutter.end();
        expect(lines.join('')).toBe(bytes.toString('latin1'));
        expect(lines.slice(0, -1).every((it) => it.endsWith('\n') && it.indexOf('\n') === it.length - 1)).toBe(true);
      }),
    );
  });
});
