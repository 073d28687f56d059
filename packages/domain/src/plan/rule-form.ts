import { nearest } from './nearest.ts';
import { type PlanProblem, problem } from './problem.ts';

export const comparisons = ['is', 'in', 'within', 'atLeast', 'atMost', 'above', 'below'] as const;
const parameters = ['on', 'languages'];
const groups = ['all', 'any', 'not'];

const nameOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const valueForm = (comparison: string, value: unknown, path: readonly PropertyKey[]): PlanProblem[] => {
  if (comparison === 'is') return typeof value === 'boolean' ? [] : [problem(path, 'wrong-type', { expected: 'true or false', found: nameOf(value) })];
  if (comparison === 'in' || comparison === 'within') {
    if (!Array.isArray(value)) return [problem(path, 'wrong-type', { expected: 'list', found: nameOf(value) })];
    if (value.length === 0) return [problem(path, 'empty', { key: comparison })];
    return value.flatMap((code, index) => (typeof code === 'string' ? [] : [problem([...path, index], 'wrong-type', { expected: 'text', found: nameOf(code) })]));
  }
  const known = typeof value === 'number' || (typeof value === 'string' && value.length > 0);
  return known ? [] : [problem(path, 'wrong-type', { expected: 'number or code', found: nameOf(value) })];
};

const parameterForm = (value: Record<string, unknown>, path: readonly PropertyKey[]): PlanProblem[] => {
  const found: PlanProblem[] = [];
  const { on, languages } = value;
  if (on !== undefined && (typeof on !== 'string' || !/^(as-of|milestone|\d{4}-\d{2}-\d{2})$/.test(on)))
    found.push(problem([...path, 'on'], 'not-one-of', { found: String(on), allowed: ['as-of', 'milestone', 'yyyy-mm-dd'], suggestions: nearest(String(on), ['as-of', 'milestone']) }));
  if (languages !== undefined && languages !== 'any' && !(Array.isArray(languages) && languages.length > 0 && languages.every((it) => typeof it === 'string')))
    found.push(problem([...path, 'languages'], 'wrong-type', { expected: '"any" or a list of languages', found: nameOf(languages) }));
  return found;
};

const conditionForm = (value: Record<string, unknown>, path: readonly PropertyKey[]): PlanProblem[] => {
  const keys = Object.keys(value);
  const fact = value['fact'];
  if (typeof fact !== 'string' || fact === '') return [problem([...path, 'fact'], 'wrong-type', { expected: 'text', found: nameOf(fact) })];
  const found = keys.filter((key) => (comparisons as readonly string[]).includes(key));
  const known = ['fact', ...comparisons, ...parameters];
  const strange = keys.filter((key) => !known.includes(key)).map((key) => problem([...path, key], 'unknown-key', { key, suggestions: nearest(key, known) }));
  if (strange.length > 0) return strange;
  if (found.length === 0) return [problem(path, 'condition-without-comparison', { fact, allowed: [...comparisons] })];
  if (found.length > 1) return [problem(path, 'condition-with-two-comparisons', { fact, found })];
  const [comparison = ''] = found;
  return [...valueForm(comparison, value[comparison], [...path, comparison]), ...parameterForm(value, path)];
};

/** What is wrong with the form of a rule, each at its own place; a union of forms alone would only say that none of them fits. */
export const ruleFormProblems = (value: unknown, path: readonly PropertyKey[]): PlanProblem[] => {
  if (!isObject(value)) return [problem(path, 'wrong-type', { expected: 'rule', found: nameOf(value) })];
  const keys = Object.keys(value);
  if ('fact' in value && !groups.some((group) => group in value)) return conditionForm(value, path);
  const [form = ''] = keys;
  if (!keys.some((key) => groups.includes(key)))
    return [problem(path, 'rule-without-form', { keys, suggestions: keys.flatMap((key) => nearest(key, [...groups, 'fact'])) })];
  if (keys.length > 1) return [problem(path, 'rule-with-two-forms', { keys })];
  const inner = value[form];
  if (form === 'not') return ruleFormProblems(inner, [...path, 'not']);
  if (!Array.isArray(inner)) return [problem([...path, form], 'wrong-type', { expected: 'list', found: nameOf(inner) })];
  return inner.flatMap((part, index) => ruleFormProblems(part, [...path, form, index]));
};
