import { describe, expect, it } from 'vitest';
import { coreFacts } from '../people/index.ts';
import type { Rule } from '../rules/index.ts';
import { isoDate } from '../values/index.ts';
import { examplePlan } from './example-plan.ts';
import { checkPlan, parsePlan, type PlanFile, type PlanReference } from './index.ts';

const example = (): PlanFile => {
  const parsed = parsePlan(examplePlan);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return structuredClone(parsed.value);
};

const checked = (change: (file: PlanFile) => void, reference?: PlanReference) => {
  const file = example();
  change(file);
  return checkPlan(file, coreFacts, reference);
};

const withRule = (rule: Rule) => checked((file) => file.subjects.forEach((it) => Object.assign(it, { rule })));
const { cite } = examplePlan.period;
const element = { title: { vi: 'x' }, cite };

describe('checking a plan', () => {
  it('finds nothing wrong with the example', () => {
    expect(checkPlan(example(), coreFacts, { nationalTargets: ['officials-province-district-2025'], units: [], languages: [] })).toEqual([]);
  });

  it('names the fact that does not exist, and those it may have meant', () => {
    expect(withRule({ all: [{ fact: 'kinds', in: ['cadre'] }] })).toMatchObject([{ path: 'subjects[0].rule.all[0].fact', kind: 'unknown-fact', fact: 'kinds', suggestions: expect.arrayContaining(['kind']) as unknown }]);
  });

  it('names a code the fact has not', () => {
    expect(withRule({ fact: 'kind', in: ['civil-servants'] })).toMatchObject([{ path: 'subjects[0].rule.in', kind: 'unknown-code', code: 'civil-servants' }]);
    expect(withRule({ fact: 'officeRank', atLeast: 'phong' })).toMatchObject([{ kind: 'unknown-code', allowed: expect.arrayContaining(['division']) as unknown }]);
  });

  it('names a comparison the fact does not take', () => {
    expect(withRule({ fact: 'leader', in: ['yes'] })).toMatchObject([{ kind: 'wrong-comparison', comparison: 'in', allowed: ['is'] }]);
  });

  it('names an amount that the fact can not have', () => {
    expect(withRule({ fact: 'level', atLeast: 9, languages: 'any' })).toEqual([{ path: 'subjects[0].rule.atLeast', kind: 'out-of-range', found: '9', least: 1, most: 6 }]);
    expect(withRule({ fact: 'age', atLeast: -5, on: 'as-of' })).toEqual([{ path: 'subjects[0].rule.atLeast', kind: 'out-of-range', found: '-5', least: 0, most: 120 }]);
    expect(withRule({ fact: 'age', below: 40.5, on: 'as-of' })).toMatchObject([{ kind: 'not-a-whole-number', value: '40.5' }]);
  });

  it('names a comparison that nobody can meet', () => {
    expect(withRule({ fact: 'officeRank', above: 'province' })).toEqual([{ path: 'subjects[0].rule.above', kind: 'nobody-can-meet', fact: 'officeRank', comparison: 'above', value: 'province' }]);
    expect(withRule({ fact: 'officeRank', below: 'none' })).toMatchObject([{ kind: 'nobody-can-meet' }]);
    expect(withRule({ fact: 'level', below: 1, languages: 'any' })).toMatchObject([{ kind: 'nobody-can-meet' }]);
    expect(withRule({ fact: 'officeRank', atLeast: 'province' })).toEqual([]);
  });

  it('refuses the milestone of a target where there is no target', () => {
    const rule: Rule = { fact: 'age', below: 40, on: 'milestone' };
    expect(withRule(rule)).toEqual([]);
    const problems = checked((file) => file.selection.focus.push({ ...element, id: 'young', rule }));
    expect(problems).toEqual([{ path: 'selection.focus[0].rule', kind: 'no-milestone-here', fact: 'age' }]);
  });

  it('asks for the day of an age and refuses one where it means nothing', () => {
    expect(withRule({ fact: 'age', below: 40 })).toMatchObject([{ path: 'subjects[0].rule', kind: 'parameter-missing', parameter: 'on' }]);
    expect(withRule({ fact: 'leader', is: true, on: 'as-of' })).toMatchObject([{ kind: 'parameter-not-taken', parameter: 'on' }]);
  });

  it('names an id that stands twice and where it stood first', () => {
    expect(checked((file) => Object.assign(file.exclusions[0] ?? {}, { id: 'officials' }))).toEqual([{ path: 'exclusions[0].id', kind: 'duplicate-id', id: 'officials', first: 'subjects[0].id' }]);
  });

  it('names a document that is cited but not listed', () => {
    const problems = checked((file) => Object.assign(file.targets[0]?.cite ?? {}, { document: 'plann' }));
    expect(problems).toMatchObject([{ path: 'targets[0].cite.document', kind: 'unknown-document', suggestions: ['plan'] }]);
  });

  it('names a body with a duty that is not listed', () => {
    expect(checked((file) => file.tasks[0]?.lead.push('finance'))).toMatchObject([{ path: 'tasks[0].lead[1]', kind: 'unknown-body', body: 'finance', known: ['home-affairs'] }]);
  });

  it('names a report with a deadline that the calendar has not', () => {
    const report = { ...element, id: 'r', by: ['home-affairs'], to: ['home-affairs'], occasions: ['yearly' as const], deadline: 'october', contains: [] };
    expect(checked((file) => file.reports.push(report))).toMatchObject([{ path: 'reports[0].deadline', kind: 'unknown-deadline', known: [] }]);
  });

  it('names a milestone outside the period of the plan', () => {
    const problems = checked((file) => Object.assign(file.targets[0] ?? {}, { milestone: isoDate('2031-12-31') }));
    expect(problems).toEqual([{ path: 'targets[0].milestone', kind: 'outside-period', day: '2031-12-31', from: '2021-01-01', to: '2030-12-31' }]);
  });

  it('names a period that ends before it begins once, not at every milestone', () => {
    expect(checked((file) => Object.assign(file.period, { to: isoDate('2020-01-01') }))).toMatchObject([{ path: 'period.to', kind: 'ends-before-it-begins' }]);
  });

  it('names phases that end before they begin or meet on a day', () => {
    const phase = (id: string, from: string, to: string) => ({ ...element, id, from: isoDate(from), to: isoDate(to), activities: [] });
    expect(checked((file) => file.phases.push(phase('p', '2025-01-01', '2024-12-31')))).toMatchObject([{ path: 'phases[0].to', kind: 'ends-before-it-begins' }]);
    const meeting = checked((file) => file.phases.push(phase('p', '2021-01-01', '2025-12-31'), phase('q', '2025-12-31', '2030-12-31')));
    expect(meeting).toMatchObject([{ path: 'phases[1].from', kind: 'overlapping-phases', phase: 'q', other: 'p' }]);
  });

  it('names a row of government levels that would catch every unit', () => {
    const problems = checked((file) => Object.assign(file, { governmentLevels: { rows: [{ when: {}, level: 'commune' }] } }));
    expect(problems).toEqual([{ path: 'governmentLevels.rows[0].when', kind: 'empty-level-row', level: 'commune' }]);
  });

  it('checks rows of the national plan, units and languages against the lists it is given', () => {
    const reference = { nationalTargets: ['public-employees-2025'], units: ['SNV'], languages: ['en'] };
    const problems = checked((file) => {
      Object.assign(file.scope, { units: ['SNVV'] });
      Object.assign(file.subjects[0] ?? {}, { rule: { fact: 'unit', within: ['STC'] } });
      Object.assign(file.targets[0] ?? {}, { reachedWhen: { fact: 'level', atLeast: 4, languages: ['eng'] } });
    }, reference);
    expect(problems).toMatchObject([
      { path: 'targets[0].nationalRow', kind: 'unknown-national-row', row: 'officials-province-district-2025' },
      { path: 'scope.units[0]', kind: 'unknown-unit', unit: 'SNVV', suggestions: ['SNV'] },
      { path: 'subjects[0].rule', kind: 'unknown-unit', unit: 'STC' },
      { path: 'targets[0].reachedWhen', kind: 'unknown-language', language: 'eng', suggestions: ['en'] },
    ]);
  });

  it('lets targets share the name of their second condition', () => {
    const extra = { id: 'specialised-language', title: { vi: 'x' }, rule: { fact: 'specialisedLanguage', is: true } };
    const problems = checked((file) => {
      const [first] = file.targets;
      if (first) file.targets.splice(0, 2, { ...first, extra } as typeof first, { ...first, id: 'second', extra } as typeof first);
    });
    expect(problems).toEqual([]);
  });
});
