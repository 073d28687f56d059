import type { z } from 'zod';
import { nearest } from '../rules/index.ts';
import { fail, ok, type Result } from '../values/index.ts';
import { jsonFault } from './json-fault.ts';
import { planJsonSchema } from './json-schema.ts';
import { planFile, type PlanFile } from './plan-file.ts';
import { type PlanProblem, problem, type Shape, shapeOf, shown } from './problem.ts';
import { ruleFormProblems } from './rule-form.ts';
import { ruleKeys } from './walk.ts';

type Issue = z.core.$ZodIssue;
/** What was read, and every key that its form has anywhere. */
type Read = { json: unknown; keys: readonly string[] };

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined), json);

const shapes: Record<string, Shape> = { string: 'text', number: 'number', int: 'whole-number', boolean: 'flag', array: 'list' };

const allKeys = (schema: unknown): string[] => {
  if (Array.isArray(schema)) return schema.flatMap(allKeys);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => (key === 'properties' ? [...Object.keys(value as object), ...allKeys(value)] : allKeys(value)));
};

/** Whether an issue lies on the word that tells the forms of a value apart, such as `measure.kind`. */
const isOnTellingWord = (issue: Issue): boolean => issue.code === 'invalid_value' && ['kind', 'requires'].includes(String(issue.path.at(-1)));

const weightOf = (issue: Issue): number => (issue.path.length === 0 && issue.code === 'invalid_type' ? 100 : isOnTellingWord(issue) ? 50 : 1);

/** Of the forms a value may have, the one its author most likely meant; if the word that tells them apart fits none, that word alone. */
const likeliest = (branches: readonly Issue[][]): Issue[] => {
  const telling = branches.map((issues) => issues.find(isOnTellingWord));
  const [first] = telling;
  if (first?.code === 'invalid_value' && !telling.includes(undefined)) {
    return [{ ...first, values: telling.flatMap((it) => (it?.code === 'invalid_value' ? it.values : [])) }];
  }
  const weighed = branches.map((issues) => ({ issues, weight: issues.reduce((sum, issue) => sum + weightOf(issue), 0) }));
  return weighed.toSorted((a, b) => a.weight - b.weight)[0]?.issues ?? [];
};

const formatProblem = (issue: Issue & { code: 'invalid_format' }, path: readonly PropertyKey[], found: string): PlanProblem =>
  issue.format === 'date' ? problem(path, { kind: 'not-a-day', found }) : problem(path, { kind: 'not-an-id', found });

const customProblem = (issue: Issue, path: readonly PropertyKey[], json: unknown): PlanProblem => {
  const due = valueAt(json, path.slice(0, -1)) as { day?: unknown; month?: unknown } | undefined;
  if (path.at(-1) === 'day' && typeof due?.day === 'number' && typeof due.month === 'number') return problem(path, { kind: 'no-such-day', day: due.day, month: due.month });
  const found = valueAt(json, path);
  return typeof found === 'string' ? problem(path, { kind: 'not-a-day', found }) : problem(path, { kind: 'not-accepted', reason: issue.message });
};

/** The problems of the rule that a path leads to or into; none if it leads past rules. */
const problemsOfRuleAt = (path: readonly PropertyKey[], json: unknown): PlanProblem[] => {
  const at = path.findIndex((part) => ruleKeys.has(part));
  const root = path.slice(0, at + 1);
  return at === -1 ? [] : ruleFormProblems(valueAt(json, root), root);
};

const fromIssue = (issue: Issue, above: readonly PropertyKey[], { json, keys: known }: Read): PlanProblem[] => {
  const path = [...above, ...issue.path];
  const value = valueAt(json, path);
  const key = String(path.at(-1) ?? '$');
  if (value === undefined && path.length > 0) return [problem(path, { kind: 'missing', key })];
  const inRule = problemsOfRuleAt(path, json);
  if (inRule.length > 0) return inRule;
  if (issue.code === 'invalid_union') {
    return likeliest(issue.errors).flatMap((inner) => fromIssue(inner, path, { json, keys: known }));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((strange) =>
      known.includes(strange) ? problem([...path, strange], { kind: 'misplaced-key', key: strange }) : problem([...path, strange], { kind: 'unknown-key', key: strange, suggestions: nearest(strange, known) }),
    );
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    // Numbers have no misspelling, and the only value there is is named already.
    const suggestions = typeof value === 'string' && allowed.length > 1 ? nearest(value, allowed) : [];
    return [problem(path, { kind: 'not-one-of', found: shown(value), allowed, suggestions })];
  }
  if (issue.code === 'invalid_format') return [formatProblem(issue, path, shown(value))];
  if (issue.code === 'too_small' && issue.origin !== 'number' && issue.origin !== 'int') return [problem(path, { kind: 'empty', key })];
  if (issue.code === 'too_small') return [problem(path, { kind: 'out-of-range', found: shown(value), least: Number(issue.minimum) })];
  if (issue.code === 'too_big') return [problem(path, { kind: 'out-of-range', found: shown(value), most: Number(issue.maximum) })];
  if (issue.code === 'invalid_type') return [problem(path, { kind: 'wrong-type', expected: shapes[issue.expected] ?? 'object', found: shapeOf(value) })];
  return [customProblem(issue, path, json)];
};

/** Two issues inside one rule tell the same problems. */
const unique = (problems: readonly PlanProblem[]): PlanProblem[] => [...new Map(problems.map((it) => [JSON.stringify(it), it])).values()];

/**
 * What the issues of a form mean for the writer of the file, each at its place. `schema` is the JSON schema of the form: where a key is
 * not known, near names come from it.
 */
export const formProblems = (issues: readonly Issue[], json: unknown, schema: unknown): PlanProblem[] => {
  const read = { json, keys: allKeys(schema) };
  return unique(issues.flatMap((issue) => fromIssue(issue, [], read)));
};

/**
 * Reads a plan file from JSON. The problems of form are all named at once, each at its place; whether the file makes sense is
 * `checkPlan`'s matter.
 */
export const parsePlan = (json: unknown): Result<PlanFile, PlanProblem[]> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fail([problem([], { kind: 'not-an-object', found: shapeOf(json) })]);
  const fault = jsonFault(json);
  if (fault) return fail([fault]);
  const parsed = planFile.safeParse(json);
  return parsed.success ? ok(parsed.data) : fail(formProblems(parsed.error.issues, json, planJsonSchema()));
};
