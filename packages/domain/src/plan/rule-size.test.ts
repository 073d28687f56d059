import { coreFacts } from '@saubac/domain/people';
import { definitionsById, type Rule } from '@saubac/domain/rules';
import { describe, expect, it } from 'vitest';

import { checkPlan } from './check-plan.ts';
import { examplePlan } from './example-plan.ts';
import { parsePlan } from './parse-plan.ts';
import { parseRule } from './parse-rule.ts';
import { largestRule, sizeOfRule } from './rule-size.ts';

const long = (count: number): Rule => ({ fact: 'post', in: Array.from({ length: count }, (_, index) => `P${index}`) });

describe('the size of a rule', () => {
  it('is that of its conditions and the values they name', () => {
    expect(sizeOfRule({ all: [{ fact: 'leader', is: true }, { any: [long(3), { fact: 'level', atLeast: 4, languages: ['en', 'fr'] }] }] })).toBe(8);
  });

  it('is bounded, for one rule and for all of a plan', () => {
    const facts = definitionsById(coreFacts);
    expect(parseRule(long(largestRule - 1), facts).ok).toBe(true);
    expect(parseRule(long(largestRule), facts)).toMatchObject({ ok: false, failure: [{ path: '$', kind: 'rule-too-large' }] });
    const withCohorts = (count: number, size: number) => {
      const [target] = examplePlan.targets;
      const parsed = parsePlan({ ...examplePlan, targets: Array.from({ length: count }, (_, index) => ({ ...target, id: `t${index}`, cohort: long(size) })) });
      return parsed.ok ? checkPlan(parsed.value, coreFacts) : parsed.failure;
    };
    expect(withCohorts(1, largestRule)).toMatchObject([{ path: 'targets[0].cohort', kind: 'rule-too-large' }]);
    expect(withCohorts(6, largestRule - 1)).toMatchObject([{ path: '$', kind: 'rule-too-large' }]);
    expect(withCohorts(4, largestRule - 1)).toEqual([]);
  });
});
