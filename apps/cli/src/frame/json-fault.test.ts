import { describe, expect, it } from 'vitest';
import { jsonFaultIn } from './json-fault.ts';

describe('the place of a fault in JSON', () => {
  it.each([
    ['{\n  "id": }', 2, 9],
    ['{\n  "a": 1\n  "b": 2\n}\n\n', 3, 3],
    ['{\n  "a": [1, 2,]\n}', 2, 14],
    ['{ "a": tru }', 1, 8],
    ['{\n  "a": "open,\n  "b": 1\n}', 2, 8],
    ['{ "a": 1 } x', 1, 12],
    ['{ a: 1 }', 1, 3],
  ])('is where it stops being JSON: %j', (text, line, column) => {
    expect(jsonFaultIn(text)).toEqual({ line, column });
  });

  it('is after the last word where the end is missing', () => {
    expect(jsonFaultIn('{\n  "a": 1\n\n')).toEqual({ line: 2, column: 9 });
    expect(jsonFaultIn('')).toEqual({ line: 1, column: 1 });
  });
});
