import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../rules/index.ts';
import { examplePlan } from './example-plan.ts';
import { comparePlans, parsePlan, type PlanFile, sameRule } from './index.ts';

const example = (): PlanFile => {
  const parsed = parsePlan(examplePlan);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return structuredClone(parsed.value);
};

const changed = (change: (file: PlanFile) => void) => {
  const file = example();
  change(file);
  return comparePlans(example(), file);
};

const leaves: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom<Rule>({ fact: 'leader', is: true }, { fact: 'leader', is: false }, { fact: 'age', below: 40, on: 'milestone' }),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((codes) => ({ fact: 'kind', in: codes })),
);
const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof({ depthSize: 'small' }, leaves, fc.array(tie('rule'), { maxLength: 3 }).map((all) => ({ all })), fc.array(tie('rule'), { maxLength: 3 }).map((any) => ({ any })), tie('rule').map((not) => ({ not }))),
})).rule;

const reversed = (it: Rule): Rule => {
  if ('all' in it) return { all: it.all.map(reversed).toReversed() };
  if ('any' in it) return { any: it.any.map(reversed).toReversed() };
  if ('not' in it) return { not: reversed(it.not) };
  return 'in' in it ? { ...it, in: it.in.toReversed() } : it;
};

describe('two rules', () => {
  it('are the same in any order of their parts and codes', () => {
    fc.assert(fc.property(rules, (it) => {
      expect(sameRule(it, reversed(it))).toBe(true);
      expect(sameRule(it, { all: [it] })).toBe(true);
    }));
  });

  it('differ from their negation', () => {
    fc.assert(fc.property(rules, (it) => {
      expect(sameRule(it, { not: it })).toBe(false);
    }));
  });
});

describe('two versions of a plan', () => {
  it('do not differ when they say the same in another order', () => {
    expect(comparePlans(example(), example())).toEqual([]);
    const shuffled = changed((file) => file.subjects.forEach((it) => Object.assign(it, { rule: reversed(it.rule) })));
    expect(shuffled).toEqual([]);
  });

  it('differ by elements added and removed, with their titles', () => {
    const [first] = example().exclusions;
    expect(changed((file) => file.exclusions.splice(0, 1))).toEqual([{ kind: 'removed', section: 'exclusions', id: 'language-teachers', title: first?.title }]);
    const added = changed((file) => file.exclusions.push({ ...(first ?? example().subjects[0]), id: 'new' } as (typeof file.exclusions)[number]));
    expect(added).toMatchObject([{ kind: 'added', section: 'exclusions', id: 'new' }]);
  });

  it('differ by a goal in basis points, by a rule, by a text and by a day, old and new', () => {
    const rule: Rule = { fact: 'governmentLevel', in: ['province', 'district'] };
    const changes = changed((file) => {
      const [target] = file.targets;
      Object.assign(target ?? {}, { measure: { kind: 'share', goal: 3000 }, cohort: rule, milestone: '2026-12-31' });
      Object.assign(target?.title ?? {}, { en: 'Officials' });
    });
    expect(changes).toMatchObject([
      { id: 'officials-2025', field: 'title', before: { as: 'text' }, after: { as: 'text', value: { en: 'Officials' } } },
      { id: 'officials-2025', field: 'milestone', before: { as: 'word', value: '2025-12-31' }, after: { as: 'word', value: '2026-12-31' } },
      { id: 'officials-2025', field: 'measure.goal', before: { as: 'share', value: 2500 }, after: { as: 'share', value: 3000 } },
      { id: 'officials-2025', field: 'cohort', before: { as: 'rule' }, after: { as: 'rule', value: rule } },
    ]);
  });

  it('differ by a part that one of them has not', () => {
    expect(changed((file) => Object.assign(file.targets[0] ?? {}, { focus: undefined }))).toMatchObject([{ field: 'focus', before: { as: 'other' }, after: null }]);
  });

  it('differ by the values of the file itself', () => {
    expect(changed((file) => Object.assign(file, { cohortsRelation: 'disjoint' }))).toEqual([
      { kind: 'changed', section: '', id: null, title: null, field: 'cohortsRelation', before: { as: 'word', value: 'overlapping' }, after: { as: 'word', value: 'disjoint' } },
    ]);
  });

  it('differ by the order of their elements', () => {
    expect(changed((file) => file.targets.reverse())).toMatchObject([
      { kind: 'moved', section: 'targets', id: 'policies-2025', from: 1, to: 0 },
      { kind: 'moved', section: 'targets', id: 'officials-2025', from: 0, to: 1 },
    ]);
  });
});
