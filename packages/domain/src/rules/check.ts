import type { FactDefinition } from './fact.ts';
import { type Condition, isAll, isAny, isNot, type Rule } from './rule.ts';
import type { FactDefinitions } from './evaluate.ts';

/** What is wrong with a rule, where (a path inside the rule such as `.all[0]`), and what the writer may do. */
export type RuleProblem = { path: string } & (
  | { kind: 'unknown-fact'; fact: string; suggestions: string[] }
  | { kind: 'wrong-comparison'; fact: string; comparison: string; allowed: string[] }
  | { kind: 'unknown-code'; fact: string; code: string; allowed: string[] }
  | { kind: 'not-a-whole-number'; fact: string; value: string }
  | { kind: 'out-of-range'; found: string; least: number; most: number }
  | { kind: 'nobody-can-meet'; fact: string; comparison: string; value: string }
  | { kind: 'parameter-missing'; fact: string; parameter: string }
  | { kind: 'parameter-not-taken'; fact: string; parameter: string }
);

const comparisons: Record<FactDefinition['type'], string[]> = {
  flag: ['is'],
  code: ['in'],
  unit: ['within'],
  scale: ['atLeast', 'atMost', 'above', 'below', 'in'],
  number: ['atLeast', 'atMost', 'above', 'below'],
  level: ['atLeast', 'atMost', 'above', 'below'],
};

/** How a fact may be compared in a condition. */
export const comparisonsOf = ({ type }: Pick<FactDefinition, 'type'>): readonly string[] => comparisons[type];

const comparisonOf = (condition: Condition): [string, unknown] => {
  const [found] = Object.entries(condition).filter(([key]) => !['fact', 'on', 'languages'].includes(key));
  return found ?? ['', undefined];
};

/** How many letters differ between two names: small enough tables, so the plain recurrence. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known names nearest to a misspelt one, nearest first, at most three. */
export const nearest = (name: string, known: Iterable<string>): string[] =>
  [...known]
    .map((it) => ({ it, far: distance(name.toLowerCase(), it.toLowerCase()) }))
    .filter(({ it, far }) => far <= Math.max(2, Math.floor(it.length / 2)))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ it }) => it);

// A plugin may state no range for its number; none of them runs into the thousands or below nought.
const anyNumber = { least: 0, most: 999 };

const checkNumber = ({ id: fact, range = anyNumber }: FactDefinition, value: unknown, path: string): RuleProblem[] => {
  if (typeof value !== 'number' || !Number.isInteger(value)) return [{ path, kind: 'not-a-whole-number', fact, value: String(value) }];
  return value >= range.least && value <= range.most ? [] : [{ path, kind: 'out-of-range', found: String(value), ...range }];
};

/** A comparison with the end of a scale that lies beyond it: above the highest, below the lowest. */
const checkReach = ({ id: fact, codes, range }: FactDefinition, comparison: string, value: unknown, path: string): RuleProblem[] => {
  const highest = codes ? codes.at(-1)?.code : range?.most;
  const lowest = codes ? codes[0]?.code : range?.least;
  const beyond = (comparison === 'above' && value === highest) || (comparison === 'below' && value === lowest);
  return beyond && value !== undefined ? [{ path, kind: 'nobody-can-meet', fact, comparison, value: String(value) }] : [];
};

const checkValue = (definition: FactDefinition, value: unknown, path: string): RuleProblem[] => {
  const fact = definition.id;
  const codes = definition.codes?.map((it) => it.code);
  const given = Array.isArray(value) ? value.map(String) : [String(value)];
  if (definition.type === 'flag' || definition.type === 'unit') return [];
  if (definition.type === 'number' || definition.type === 'level') return checkNumber(definition, value, path);
  if (!codes) return [];
  return given.filter((it) => !codes.includes(it)).map((code) => ({ path, kind: 'unknown-code', fact, code, allowed: codes }));
};

const checkCondition = (condition: Condition, definitions: FactDefinitions, path: string): RuleProblem[] => {
  const fact = condition.fact;
  const definition = definitions.get(fact);
  if (!definition) return [{ path: `${path}.fact`, kind: 'unknown-fact', fact, suggestions: nearest(fact, definitions.keys()) }];
  const [comparison, value] = comparisonOf(condition);
  const allowed = comparisons[definition.type];
  if (!allowed.includes(comparison)) return [{ path, kind: 'wrong-comparison', fact, comparison, allowed }];
  const given = (['on', 'languages'] as const).filter((it) => condition[it] !== undefined);
  const takes = definition.takes ?? [];
  return [
    ...takes.filter((it) => !given.includes(it)).map((parameter) => ({ path, kind: 'parameter-missing' as const, fact, parameter })),
    ...given.filter((it) => !takes.includes(it)).map((parameter) => ({ path: `${path}.${parameter}`, kind: 'parameter-not-taken' as const, fact, parameter })),
    ...checkValue(definition, value, `${path}.${comparison}`),
    ...checkReach(definition, comparison, value, `${path}.${comparison}`),
  ];
};

/** Everything wrong with a rule against the known facts; empty if it can be counted. */
export const checkRule = (rule: Rule, definitions: FactDefinitions, path = ''): RuleProblem[] => {
  if (isAll(rule)) return rule.all.flatMap((it, index) => checkRule(it, definitions, `${path}.all[${index}]`));
  if (isAny(rule)) return rule.any.flatMap((it, index) => checkRule(it, definitions, `${path}.any[${index}]`));
  if (isNot(rule)) return checkRule(rule.not, definitions, `${path}.not`);
  return checkCondition(rule, definitions, path);
};
