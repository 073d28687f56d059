import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplePlan } from './example-plan.ts';
import { isShareTarget, parsePlan, type PlanProblem } from './index.ts';

type Tree = Record<string, unknown>;

/** The example with one place set to another value, or taken out where the value is undefined. */
const exampleWith = (path: readonly (string | number)[], value: unknown): unknown => {
  const file = structuredClone(examplePlan) as unknown;
  const holder = path.slice(0, -1).reduce<unknown>((at, part) => (at as Tree)[part], file) as Tree;
  const key = path.at(-1) ?? '';
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return file;
};

const problemsOf = (json: unknown): PlanProblem[] => {
  const parsed = parsePlan(json);
  return parsed.ok ? [] : parsed.failure;
};

/** The path of every value below a value. */
const placesOf = (value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, child]) => [[...path, key], ...placesOf(child, [...path, key])]);

describe('reading a plan file', () => {
  it('fills lists that were left out with nothing', () => {
    const parsed = parsePlan(examplePlan);
    expect(parsed).toMatchObject({ ok: true, value: { calendar: [], funding: { groups: [], conditions: [] } } });
  });

  it('tells targets with a percentage from those met by evidence', () => {
    const parsed = parsePlan(examplePlan);
    expect(parsed.ok && parsed.value.targets.map(isShareTarget)).toEqual([true, false]);
  });

  it.each<[string, unknown, object]>([
    ['a list', [], { path: '$', kind: 'not-an-object', found: 'list' }],
    ['a text', 'plan', { path: '$', kind: 'not-an-object', found: 'text' }],
    ['a missing section', exampleWith(['subjects'], undefined), { path: 'subjects', kind: 'missing', key: 'subjects' }],
    ['a missing clause', exampleWith(['targets', 0, 'cite'], undefined), { path: 'targets[0].cite', kind: 'missing' }],
    ['a key nobody knows', exampleWith(['targets', 0, 'cohorts'], {}), { path: 'targets[0].cohorts', kind: 'unknown-key', suggestions: expect.arrayContaining(['cohort']) as unknown }],
    ['an empty quote', exampleWith(['subjects', 0, 'cite', 'quote'], ' '), { path: 'subjects[0].cite.quote', kind: 'empty', key: 'quote' }],
    ['a day that does not exist', exampleWith(['targets', 0, 'milestone'], '2025-02-30'), { path: 'targets[0].milestone', kind: 'not-a-day', found: '2025-02-30' }],
    ['a day out of all bounds', exampleWith(['period', 'from'], '0020-01-01'), { path: 'period.from', kind: 'not-a-day' }],
    ['a goal in percent', exampleWith(['targets', 0, 'measure', 'goal'], 25.5), { path: 'targets[0].measure.goal', kind: 'wrong-type', expected: 'whole-number' }],
    ['a goal above everybody', exampleWith(['targets', 0, 'measure', 'goal'], 25_000), { path: 'targets[0].measure.goal', kind: 'out-of-range', most: 10_000 }],
    ['a measure of no kind', exampleWith(['targets', 0, 'measure', 'kind'], 'shares'), { path: 'targets[0].measure.kind', kind: 'not-one-of', allowed: ['share', 'evidence'], suggestions: ['share'] }],
    ['an id with capitals', exampleWith(['tasks', 0, 'id'], 'Yearly'), { path: 'tasks[0].id', kind: 'not-an-id', found: 'Yearly' }],
    ['a topic nobody knows', exampleWith(['tasks', 0, 'topic'], 'surveys'), { path: 'tasks[0].topic', kind: 'not-one-of', suggestions: ['survey'] }],
    ['a task without a lead', exampleWith(['tasks', 0, 'lead'], []), { path: 'tasks[0].lead', kind: 'empty', key: 'lead' }],
    ['a version of tomorrow', exampleWith(['schemaVersion'], 2), { path: 'schemaVersion', kind: 'not-one-of', allowed: ['1'] }],
    ['units neither all nor listed', exampleWith(['scope', 'units'], 'some'), { path: 'scope.units', kind: 'not-one-of', found: 'some', allowed: ['all'] }],
  ])('names %s at its place', (_, json, problem) => {
    expect(problemsOf(json)).toMatchObject([problem]);
  });

  it('names a deadline on a day no year has', () => {
    const deadline = { id: 'd', title: { vi: 'd' }, cite: examplePlan.period.cite, from: ['home-affairs'], to: ['home-affairs'], due: { kind: 'before', month: 2, day: 30 }, repeats: 'yearly' };
    expect(problemsOf(exampleWith(['calendar'], [deadline]))).toEqual([{ path: 'calendar[0].due.day', kind: 'no-such-day', day: 30, month: 2 }]);
  });

  it.each<[string, unknown, object]>([
    ['is no rule', 'everybody', { path: 'targets[0].cohort', kind: 'wrong-type', expected: 'rule', found: 'text' }],
    ['has no form', { al: [] }, { path: 'targets[0].cohort', kind: 'rule-without-form', suggestions: expect.arrayContaining(['all']) as unknown }],
    ['has two forms', { all: [], any: [] }, { path: 'targets[0].cohort', kind: 'rule-with-two-forms', keys: ['all', 'any'] }],
    ['groups no list', { all: { fact: 'leader', is: true } }, { path: 'targets[0].cohort.all', kind: 'wrong-type', expected: 'list', found: 'object' }],
    ['compares with nothing', { all: [{ fact: 'leader' }] }, { path: 'targets[0].cohort.all[0]', kind: 'condition-without-comparison', fact: 'leader' }],
    ['compares twice', { not: { fact: 'age', above: 30, below: 40, on: 'as-of' } }, { path: 'targets[0].cohort.not', kind: 'condition-with-two-comparisons', found: ['above', 'below'] }],
    ['misspells a comparison', { fact: 'age', bellow: 40, on: 'as-of' }, { path: 'targets[0].cohort.bellow', kind: 'unknown-key', suggestions: expect.arrayContaining(['below']) as unknown }],
    ['asks a flag for a text', { any: [{ fact: 'leader', is: 'yes' }] }, { path: 'targets[0].cohort.any[0].is', kind: 'wrong-type', expected: 'flag' }],
    ['lists no code', { fact: 'kind', in: [] }, { path: 'targets[0].cohort.in', kind: 'empty' }],
    ['takes an age on a day that is none', { fact: 'age', below: 40, on: '2025-02-30' }, { path: 'targets[0].cohort.on', kind: 'not-a-day', found: '2025-02-30' }],
    ['takes an age on a day by an unknown name', { fact: 'age', below: 40, on: 'milestones' }, { path: 'targets[0].cohort.on', kind: 'not-one-of', suggestions: ['milestone'] }],
  ])('says where inside itself a rule %s', (_, rule, problem) => {
    expect(problemsOf(exampleWith(['targets', 0, 'cohort'], rule))).toMatchObject([problem]);
  });

  it('names several problems at once', () => {
    const json = exampleWith(['targets', 0, 'milestone'], 'soon') as Tree;
    delete json['period'];
    expect(problemsOf(json).map((it) => it.path).toSorted()).toEqual(['period', 'targets[0].milestone']);
  });

  it('refuses with at least one problem whatever stands anywhere, and never breaks', () => {
    const places = placesOf(examplePlan, []);
    fc.assert(fc.property(fc.constantFrom(...places), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined)), (path, value) => {
      const parsed = parsePlan(exampleWith(path, value));
      expect(parsed.ok || parsed.failure.length > 0).toBe(true);
    }));
  });
});
