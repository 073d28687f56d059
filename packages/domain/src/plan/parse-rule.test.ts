import { coreFacts } from '@saubac/domain/people';
import { definitionsById } from '@saubac/domain/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseRule } from './parse-rule.ts';

const facts = definitionsById(coreFacts);
const problemsOf = (json: unknown, reference = {}) => {
  const read = parseRule(json, facts, reference);
  return read.ok ? [] : read.failure;
};

describe('a rule by itself', () => {
  it('is read as it stands in a plan', () => {
    const written = { all: [{ fact: 'kind', in: ['cadre'] }, { not: { fact: 'age', below: 40, on: 'as-of' } }] };
    expect(parseRule(written, facts)).toEqual({ ok: true, value: written });
  });

  it('names everything wrong with it at its place', () => {
    expect(problemsOf({ all: [{ fact: 'knid', in: ['cadre'] }, { fact: 'age', below: 40 }] })).toMatchObject([
      { path: 'all[0].fact', kind: 'unknown-fact', suggestions: ['kind', 'unit'] },
      { path: 'all[1]', kind: 'parameter-missing', parameter: 'on' },
    ]);
    expect(problemsOf({ fact: 'kind' })).toMatchObject([{ path: '$', kind: 'condition-without-comparison' }]);
    expect(problemsOf({ fact: 'age', below: 40 })).toMatchObject([{ path: '$', kind: 'parameter-missing' }]);
    expect(problemsOf(7)).toMatchObject([{ path: '$', kind: 'wrong-type' }]);
  });

  it('knows the units and languages of the tenant where they are given', () => {
    const written = { any: [{ fact: 'unit', within: ['SNV', 'XYZ'] }, { fact: 'level', atLeast: 4, languages: ['en', 'xx'] }] };
    expect(problemsOf(written)).toEqual([]);
    expect(problemsOf(written, { units: ['SNV'], languages: ['en'] })).toMatchObject([{ kind: 'unknown-unit', unit: 'XYZ' }, { kind: 'unknown-language', language: 'xx' }]);
  });

  it('is refused in words and never by a fault, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.object({ key: fc.constantFrom('all', 'any', 'not', 'fact', 'in', 'is', 'below', 'on', 'languages', 'within') })), (json) => {
        const read = parseRule(json, facts);
        if (!read.ok) expect(read.failure.length).toBeGreaterThan(0);
      }),
    );
  });
});
