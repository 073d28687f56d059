import { rule as ruleForm } from '@saubac/domain/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRule } from './read-rule.ts';

const value = fc.oneof(fc.boolean(), fc.integer(), fc.constantFrom('', 'a', 'any', 'as-of', 'milestone', '2025-12-31', '2025-02-30'), fc.array(fc.constantFrom<unknown>('a', '', 1), { maxLength: 2 }), fc.constant(null));
const json = fc.letrec<{ rule: unknown }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    fc.record({ fact: fc.constantFrom('kind', '', 'x'), in: value, atLeast: value, is: value, on: value, languages: value, other: value }, { requiredKeys: [] }),
    fc.constantFrom<unknown>({ fact: 'kind', in: ['a'] }, { fact: 'age', below: 40, on: 'as-of' }, { fact: 'level', atLeast: 4, languages: 'any' }, { fact: 'leader', is: true }, { fact: 'unit', within: ['A'] }),
    fc.record({ all: fc.array(tie('rule'), { maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 2 }), not: tie('rule') }, { requiredKeys: ['any'] }),
    fc.record({ not: tie('rule') }),
    value,
  ),
})).rule;

describe('a rule in JSON', () => {
  it('is read where the schema of rules takes it, and nowhere else', () => {
    let taken = 0;
    fc.assert(
      fc.property(json, (it) => {
        const { success } = ruleForm.safeParse(it);
        if (success) taken += 1;
        expect(readRule(it) !== undefined).toBe(success);
      }),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
