import { checkPlan, examplePlan, parsePlan, type PlanProblem } from '@saubac/domain/plan';
import { coreFacts } from '@saubac/domain/people';
import { createWords } from '@saubac/i18n';
import { describe, expect, it } from 'vitest';

import { planProblemInWords } from './plan-problem-in-words.ts';

const [target] = examplePlan.targets;
const problemsOf = (change: object): PlanProblem[] => {
  const parsed = parsePlan({ ...examplePlan, ...change });
  return parsed.ok ? checkPlan(parsed.value, coreFacts, { languages: ['en'], nationalTargets: ['row-1'], units: ['S'] }) : parsed.failure;
};
const say = (change: object, locale: 'vi' | 'en' = 'en'): string[] => problemsOf(change).map((it) => planProblemInWords(it, createWords(locale)));
const withRule = (cohort: unknown) => ({ targets: [{ ...target, nationalRow: 'row-1', cohort }] });

/** Faults that a writer of plans makes, one of nearly every kind. */
const faults: object[] = [
  { title: undefined },
  { id: 'Not An Id' },
  { period: { ...examplePlan.period, from: '2021-02-30' } },
  { period: { ...examplePlan.period, to: '2020-01-01' } },
  { documents: [] },
  { subjects: 'all' },
  { strange: 1 },
  { cohortsRelation: 'overlaping' },
  { basis: [{ document: 'decision-1695', cite: { document: 'plan', clause: '1', quote: 'q' } }] },
  { bodies: [] },
  { phases: [{ ...examplePlan.exclusions?.[0], rule: undefined, id: 'p', from: '2031-01-01', to: '2032-01-01' }] },
  withRule({}),
  withRule({ all: [], any: [] }),
  withRule({ fact: 'level' }),
  withRule({ fact: 'age', below: 40, above: 30, on: 'milestone' }),
  withRule({ fact: 'kinds', in: ['cadre'] }),
  withRule({ fact: 'ours.border', is: true }),
  withRule({ fact: 'kind', is: true }),
  withRule({ fact: 'kind', in: ['cadres'] }),
  withRule({ fact: 'age', below: 40 }),
  withRule({ fact: 'age', below: 'forty', on: 'milestone' }),
  withRule({ fact: 'kind', in: ['cadre'], on: 'milestone' }),
  withRule({ fact: 'unit', within: ['T'] }),
  withRule({ fact: 'level', atLeast: 3, languages: ['xx'] }),
  { targets: [{ ...target, nationalRow: 'row-9' }] },
  { targets: [{ ...target, measure: { kind: 'share', goal: 20_000 } }] },
  { targets: [target, target] },
  withRule({ fact: 'level', atLeast: 9, languages: 'any' }),
  withRule({ fact: 'officeRank', above: 'province' }),
  { selection: { focus: [{ ...examplePlan.exclusions?.[0], id: 'f', rule: { fact: 'age', below: 40, on: 'milestone' } }] } },
];

describe('a problem of a plan', () => {
  it.each(faults)('is told with its place and with nothing left to put in: %j', (fault) => {
    for (const locale of ['vi', 'en'] as const) {
      const sentences = say(fault, locale);
      expect(sentences.length).toBeGreaterThan(0);
      expect(sentences.filter((it) => /\{\{|undefined|planProblems|\[object/.test(it))).toEqual([]);
    }
  });

  it('suggests nothing that the writer has written or that is the only choice', () => {
    const [, evidence] = examplePlan.targets;
    expect(say({ targets: [{ ...evidence, cohort: { all: [] } }] })).toEqual(['targets[0].cohort: “cohort” has no meaning in this place; move it to its own place or remove it.']);
    expect(say({ schemaVersion: 2 })).toEqual(['schemaVersion: “2” can not be used; choose one of: 1.']);
  });

  it('says what to do, and what may have been meant', () => {
    expect(say(withRule({ fact: 'kinds', in: ['cadre'] }))).toEqual(['targets[0].cohort.fact: there is no fact “kinds”; correct the name. Did you mean: kind?']);
    expect(say(withRule({ fact: 'ours.border', is: true }))).toEqual([
      'targets[0].cohort.fact: there is no fact “ours.border”; it belongs to the plugin “ours”: enable it (plugin enable) or correct the name.',
    ]);
    expect(say(withRule({ fact: 'unit', within: ['T'] }), 'vi')[0]).toContain('targets[0].cohort: chưa có đơn vị mang mã “T”; hãy sửa mã, hoặc nạp đơn vị trước');
    expect(say({ targets: [{ ...target, measure: { kind: 'share', goal: 20_000 } }] })).toEqual(['targets[0].measure.goal: 20000 is out of range. The most is 10000.']);
    expect(say({ targets: [{ ...target, measure: { kind: 'share', goal: 2500.5 } }] })).toEqual(['targets[0].measure.goal: a whole number is needed, but a number stands there.']);
    expect(say(withRule({ fact: 'age', atLeast: -5, on: 'as-of' }))).toEqual(['targets[0].cohort.atLeast: -5 is out of range. The least is 0. The most is 120.']);
    expect(say({ subjects: 'all' })).toEqual(['subjects: a list [ … ] is needed, but a text stands there.']);
  });
});
