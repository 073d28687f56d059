import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coreFacts } from '../people/facts.ts';
import { addDays, ageOn, isoDate } from '../values/index.ts';
import { age, all, any, bornBy, checkRule, code, type Condition, conditionsOf, decisive, definitionsById, explainRule, type FactValue, flag, holds, inUnit, level, nearest, not, ordered, type Rule, rule, sentenceOf, truthOf } from './index.ts';

const definitions = definitionsById(coreFacts);
const reading = (facts: Record<string, FactValue>) => (it: Condition) => facts[it.fact] ?? null;

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(flag('leader').isTrue(), flag('leader').isFalse(), flag('languageTeacher').isTrue()),
  fc.subarray(['cadre', 'civil-servant', 'public-employee'], { minLength: 1 }).map((codes) => ({ fact: 'kind', in: codes })),
  fc.constantFrom('none', 'team', 'division', 'department').map((it) => ordered('officeRank').atLeast(it)),
  fc.integer({ min: 18, max: 65 }).map((it) => age('as-of').below(it)),
  fc.integer({ min: 1, max: 6 }).map((it) => level('any').atLeast(it)),
);
const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('rule'), { maxLength: 3 }).map((it) => all(...it)), fc.array(tie('rule'), { maxLength: 3 }).map((it) => any(...it)), tie('rule').map(not)),
})).rule;
const people = fc.record({
  leader: fc.constantFrom(true, false, null),
  languageTeacher: fc.constantFrom(true, false, null),
  kind: fc.constantFrom('cadre', 'civil-servant', 'public-employee', 'contract-staff'),
  officeRank: fc.constantFrom('none', 'team', 'division', 'department', null),
  age: fc.option(fc.integer({ min: 18, max: 65 })),
  level: fc.option(fc.integer({ min: 1, max: 6 })),
});

describe('a rule', () => {
  it('counts as fulfilled exactly when its truth is true, wherever nothing is unknown', () => {
    fc.assert(
      fc.property(rules, people, (it, person) => {
        const read = reading(person);
        const truth = truthOf(it, definitions, read);
        if (!Object.values(person).includes(null)) expect(holds(it, definitions, read)).toBe(truth);
      }),
    );
  });

  it('is unknown only if knowing the missing facts could decide it', () => {
    const adult = age('as-of').below(40);
    expect(truthOf(all(adult, flag('leader').isTrue()), definitions, reading({ leader: false }))).toBe(false);
    expect(truthOf(all(adult, flag('leader').isTrue()), definitions, reading({ leader: true }))).toBe(null);
    expect(truthOf(any(adult, flag('leader').isTrue()), definitions, reading({ leader: true }))).toBe(true);
  });

  it('excludes nobody for a fact that is not known', () => {
    const excluded = flag('languageTeacher').isTrue();
    expect(holds(not(excluded), definitions, reading({}))).toBe(true);
    expect(holds(excluded, definitions, reading({}))).toBe(false);
  });

  it('takes a missing level as "no level", not as ignorance', () => {
    expect(truthOf(level('any').atLeast(4), definitions, reading({}))).toBe(false);
    expect(truthOf(not(level('any').atLeast(4)), definitions, reading({}))).toBe(true);
  });

  it('compares a scale by the order of its codes, not by their letters', () => {
    expect(holds(ordered('officeRank').atLeast('division'), definitions, reading({ officeRank: 'team' }))).toBe(false);
    expect(holds(ordered('officeRank').atLeast('division'), definitions, reading({ officeRank: 'department' }))).toBe(true);
  });

  it('finds a unit anywhere above the person', () => {
    expect(holds(inUnit('SNV'), definitions, reading({ unit: ['UB', 'SNV', 'P1'] }))).toBe(true);
    expect(holds(inUnit('SN'), definitions, reading({ unit: ['UB', 'SNV', 'P1'] }))).toBe(false);
  });

  it('survives its JSON form', () => {
    fc.assert(fc.property(rules, (it) => {
      expect(rule.parse(JSON.parse(JSON.stringify(it)))).toEqual(it);
    }));
  });

  it('reads as one sentence with a bracket wherever "and" meets "or"', () => {
    const focus = all(code('kind').isOneOf('cadre', 'civil-servant'), any(ordered('officeRank').atLeast('division'), ordered('plannedOfficeRank').atLeast('division')), age('milestone').below(40));
    expect(sentenceOf(focus, definitions, 'vi')).toBe(
      'đối tượng là cán bộ hoặc công chức và (chức vụ từ cấp phòng và tương đương trở lên hoặc được quy hoạch chức vụ từ cấp phòng và tương đương trở lên) và tuổi dưới 40 (tính đến mốc của mục tiêu)',
    );
    expect(sentenceOf(level('any').atLeast(4), definitions, 'en')).toBe('level 4 or above in any language');
    expect(sentenceOf(age('as-of').atLeast(55), definitions, 'vi')).toBe('tuổi từ 55 trở lên (vào ngày tính)');
    const named: Rule = { fact: 'level', atLeast: 3, languages: ['en', 'xx'] };
    expect(sentenceOf(named, definitions, 'en', { en: { vi: 'Tiếng Anh', en: 'English' } })).toBe('level 3 or above in English, xx');
  });
});

describe('checking a rule', () => {
  it('names the path, the fact and what the writer may have meant', () => {
    expect(checkRule(all(flag('leeder').isTrue()), definitions)).toEqual([{ path: '.all[0].fact', kind: 'unknown-fact', fact: 'leeder', suggestions: ['leader'] }]);
    expect(checkRule({ fact: 'kind', in: ['cadres'] }, definitions)).toMatchObject([{ path: '.in', kind: 'unknown-code', code: 'cadres' }]);
    expect(checkRule({ fact: 'age', below: 40 }, definitions)).toEqual([{ path: '', kind: 'parameter-missing', fact: 'age', parameter: 'on' }]);
    expect(checkRule({ fact: 'leader', is: true, on: 'as-of' }, definitions)).toMatchObject([{ kind: 'parameter-not-taken', parameter: 'on' }]);
    expect(checkRule({ fact: 'leader', in: ['x'] }, definitions)).toMatchObject([{ kind: 'wrong-comparison', allowed: ['is'] }]);
    expect(checkRule({ fact: 'age', below: 'forty', on: 'as-of' }, definitions)).toMatchObject([{ kind: 'not-a-whole-number', value: 'forty' }]);
  });

  it('accepts every rule the builders make of core facts', () => {
    fc.assert(fc.property(rules, (it) => {
      expect(checkRule(it, definitions)).toEqual([]);
    }));
  });

  it('suggests nothing for a name that resembles none', () => {
    expect(nearest('zzzzzzzz', ['kind', 'age'])).toEqual([]);
  });
});

describe('explaining a rule', () => {
  it('comes to the same answer as counting, and names a decisive condition whenever the answer is no', () => {
    fc.assert(
      fc.property(rules, people, (it, person) => {
        const read = reading(person);
        const explained = explainRule(it, definitions, read);
        expect(explained.holds).toBe(holds(it, definitions, read));
        expect(explained.unknown).toBe(truthOf(it, definitions, read) === null);
        if (!explained.holds && conditionsOf(it).length > 0) for (const part of decisive(explained)) expect(conditionsOf(it)).toContain(part.condition);
      }),
    );
  });
});

describe('the bound on a birth date', () => {
  it('agrees with completed years on every day, 29 February included', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((it) => addDays(isoDate('1940-01-01'), it));
    fc.assert(fc.property(days, days, fc.integer({ min: 1, max: 70 }), (birth, on, years) => {
      expect(birth <= bornBy(on, years)).toBe(ageOn(birth, on) >= years);
    }));
  });
});
