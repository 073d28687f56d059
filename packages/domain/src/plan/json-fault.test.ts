import { describe, expect, it } from 'vitest';

import { deepest, jsonFault } from './json-fault.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = { not: value };
  return value;
};

describe('JSON that is to be kept', () => {
  it('may be nested as deep as any plan, and not so deep that a walk through it would end the program', () => {
    expect(jsonFault(nested(deepest))).toBeUndefined();
    expect(jsonFault(nested(deepest + 1))).toMatchObject({ kind: 'too-deep', path: 'not.not.not.not' });
    expect(jsonFault(nested(200_000))).toMatchObject({ kind: 'too-deep' });
  });

  it('has no character that the database can not store, in texts or keys', () => {
    expect(jsonFault({ title: { vi: 'Kế hoạch' }, list: ['đ', 1, null, true] })).toBeUndefined();
    expect(jsonFault({ title: ['a', { vi: 'a\u0000b' }] })).toEqual({ path: 'title[1].vi', kind: 'character-not-stored' });
    expect(jsonFault({ 'a\u0000': 1 })).toMatchObject({ kind: 'character-not-stored' });
    expect(jsonFault('\ud800')).toEqual({ path: '$', kind: 'character-not-stored' });
  });
});
