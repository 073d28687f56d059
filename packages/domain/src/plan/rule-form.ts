import { nearest } from '../rules/index.ts';
import { parseIsoDate } from '../values/index.ts';
import { type PlanProblem, problem, shapeOf, shown } from './problem.ts';

const comparisons = ['is', 'in', 'within', 'atLeast', 'atMost', 'above', 'below'] as const;
const parameters = ['on', 'languages'];
const groups = ['all', 'any', 'not'];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const valueForm = (comparison: string, value: unknown, path: readonly PropertyKey[]): PlanProblem[] => {
  if (comparison === 'is') return typeof value === 'boolean' ? [] : [problem(path, { kind: 'wrong-type', expected: 'flag', found: shapeOf(value) })];
  if (comparison === 'in' || comparison === 'within') {
    if (!Array.isArray(value)) return [problem(path, { kind: 'wrong-type', expected: 'list', found: shapeOf(value) })];
    if (value.length === 0) return [problem(path, { kind: 'empty', key: comparison })];
    return value.flatMap((code, index) => (typeof code === 'string' ? [] : [problem([...path, index], { kind: 'wrong-type', expected: 'text', found: shapeOf(code) })]));
  }
  const known = typeof value === 'number' || (typeof value === 'string' && value.length > 0);
  return known ? [] : [problem(path, { kind: 'wrong-type', expected: 'number-or-code', found: shapeOf(value) })];
};

const parameterForm = (value: Record<string, unknown>, path: readonly PropertyKey[]): PlanProblem[] => {
  const found: PlanProblem[] = [];
  const { on, languages } = value;
  const known = on === undefined || on === 'as-of' || on === 'milestone' || (typeof on === 'string' && parseIsoDate(on));
  if (!known && /^\d+-\d+-\d+$/.test(shown(on))) found.push(problem([...path, 'on'], { kind: 'not-a-day', found: shown(on) }));
  else if (!known) found.push(problem([...path, 'on'], { kind: 'not-one-of', found: shown(on), allowed: ['as-of', 'milestone', 'yyyy-mm-dd'], suggestions: nearest(shown(on), ['as-of', 'milestone']) }));
  if (languages !== undefined && languages !== 'any' && !(Array.isArray(languages) && languages.length > 0 && languages.every((it) => typeof it === 'string')))
    found.push(problem([...path, 'languages'], { kind: 'wrong-type', expected: 'any-or-list', found: shapeOf(languages) }));
  return found;
};

const conditionForm = (value: Record<string, unknown>, path: readonly PropertyKey[]): PlanProblem[] => {
  const keys = Object.keys(value);
  const fact = value['fact'];
  if (typeof fact !== 'string' || fact === '') return [problem([...path, 'fact'], { kind: 'wrong-type', expected: 'text', found: shapeOf(fact) })];
  const found = keys.filter((key) => (comparisons as readonly string[]).includes(key));
  const known = ['fact', ...comparisons, ...parameters];
  const strange = keys.filter((key) => !known.includes(key)).map((key) => problem([...path, key], { kind: 'unknown-key', key, suggestions: nearest(key, known) }));
  if (strange.length > 0) return strange;
  if (found.length === 0) return [problem(path, { kind: 'condition-without-comparison', fact, allowed: [...comparisons] })];
  if (found.length > 1) return [problem(path, { kind: 'condition-with-two-comparisons', fact, found })];
  const [comparison = ''] = found;
  return [...valueForm(comparison, value[comparison], [...path, comparison]), ...parameterForm(value, path)];
};

/** What is wrong with the form of a rule, each at its own place; a union of forms alone would only say that none of them fits. */
export const ruleFormProblems = (value: unknown, path: readonly PropertyKey[]): PlanProblem[] => {
  if (!isObject(value)) return [problem(path, { kind: 'wrong-type', expected: 'rule', found: shapeOf(value) })];
  const keys = Object.keys(value);
  if ('fact' in value && !groups.some((group) => group in value)) return conditionForm(value, path);
  const [form = ''] = keys;
  if (!keys.some((key) => groups.includes(key)))
    return [problem(path, { kind: 'rule-without-form', keys, suggestions: keys.flatMap((key) => nearest(key, [...groups, 'fact'])) })];
  if (keys.length > 1) return [problem(path, { kind: 'rule-with-two-forms', keys })];
  const inner = value[form];
  if (form === 'not') return ruleFormProblems(inner, [...path, 'not']);
  if (!Array.isArray(inner)) return [problem([...path, form], { kind: 'wrong-type', expected: 'list', found: shapeOf(inner) })];
  return inner.flatMap((part, index) => ruleFormProblems(part, [...path, form, index]));
};
