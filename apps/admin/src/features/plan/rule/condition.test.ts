import { checkRule, type Condition, definitionsById, type FactDefinition, rule as ruleForm } from '@saubac/domain/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesFor, comparisonIn, comparisonsFor, conditionOf, newCondition, numbersFor, withComparison, withConditionValue, withParameters } from './condition.ts';

const label = { vi: 'x' };
const scale = ['none', 'team', 'division'].map((code) => ({ code, label }));
const facts: readonly FactDefinition[] = [
  { id: 'leader', type: 'flag', label },
  { id: 'kind', type: 'code', label, codes: scale },
  { id: 'field', type: 'code', label, names: scale },
  { id: 'unit', type: 'unit', label },
  { id: 'officeRank', type: 'scale', label, codes: scale },
  { id: 'age', type: 'number', label, range: { least: 0, most: 120 }, takes: ['on'] },
  { id: 'own.years', type: 'number', label },
  { id: 'level', type: 'level', label, range: { least: 1, most: 6 }, takes: ['languages'] },
];
const definitions = definitionsById(facts);
const definitionOf = (id: string): FactDefinition => facts.find((it) => it.id === id) ?? { id, type: 'flag', label };

const good = (condition: Condition): void => {
  expect(ruleForm.parse(condition)).toEqual(condition);
  expect(checkRule(condition, definitions)).toEqual([]);
};

describe('a condition that is edited', () => {
  it('can be meant from the beginning, or is not there before somebody chooses', () => {
    for (const milestone of [true, false]) {
      for (const definition of facts) {
        const begun = newCondition(definition, { milestone });
        if (begun) good(begun);
        else expect(['unit', 'field']).toContain(definition.id);
      }
    }
    expect(newCondition(definitionOf('age'), { milestone: true })).toEqual({ fact: 'age', below: 40, on: 'milestone' });
    expect(newCondition(definitionOf('age'), { milestone: false })).toEqual({ fact: 'age', below: 40, on: 'as-of' });
  });

  it('can be meant after every change of comparison and value, and keeps its fact', () => {
    const starts: Condition[] = [...facts.flatMap((it) => newCondition(it, { milestone: true }) ?? []), { fact: 'unit', within: ['A'] }, { fact: 'field', in: ['health'] }];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(fc.nat(), { maxLength: 6 }), (start, picks) => {
        const definition = definitionOf(start.fact);
        let now = start;
        for (const pick of picks) {
          const allowed = comparisonsFor(definition);
          now = withComparison(now, definition, allowed[pick % allowed.length] ?? 'is', { milestone: false });
          good(now);
          const { comparison } = comparisonIn(now);
          const codes = codesFor(definition, comparison);
          const { least, most } = numbersFor(definition, comparison);
          if (definition.type === 'number' || definition.type === 'level') now = withConditionValue(now, least + (pick % (most - least + 1)));
          else if (definition.type === 'scale') now = withConditionValue(now, comparison === 'in' ? codes.slice(0, 1 + (pick % codes.length)) : (codes[pick % codes.length] ?? ''));
          good(now);
        }
        expect(now.fact).toBe(start.fact);
      }),
    );
  });

  it('keeps its value where it can be meant, and its day', () => {
    const age: Condition = { fact: 'age', below: 35, on: '2025-12-31' };
    expect(withComparison(age, definitionOf('age'), 'atLeast', { milestone: true })).toEqual({ fact: 'age', atLeast: 35, on: '2025-12-31' });
    expect(withComparison({ fact: 'officeRank', atLeast: 'division' }, definitionOf('officeRank'), 'above', { milestone: true })).toEqual({ fact: 'officeRank', above: 'team' });
  });

  it('never has an empty list', () => {
    const condition: Condition = { fact: 'kind', in: ['team'] };
    expect(withConditionValue(condition, [])).toBe(condition);
    expect(withConditionValue(condition, ['none', 'team'])).toEqual({ fact: 'kind', in: ['none', 'team'] });
  });

  it('takes days and languages', () => {
    good(withParameters({ fact: 'age', below: 40, on: 'as-of' }, { on: '2025-12-31' }));
    good(withParameters(conditionOf('level', 'atLeast', 4, { languages: 'any' }), { languages: ['en', 'fr'] }));
  });
});
