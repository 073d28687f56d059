import { isAll, isAny, isNot, type Rule } from '../rules/index.ts';
import type { LocalText } from '../values/index.ts';
import { localTextOf } from './element.ts';
import type { PlanFile } from './plan-file.ts';
import { ruleKeys } from './walk.ts';

/** A value of a plan, told apart by how it is put into words. A share is in basis points; a list holds codes or ids; `other` is read as JSON. */
export type PlanValue =
  | { as: 'rule'; value: Rule }
  | { as: 'text'; value: LocalText }
  | { as: 'share'; value: number }
  | { as: 'word'; value: string }
  | { as: 'number'; value: number }
  | { as: 'flag'; value: boolean }
  | { as: 'list'; value: string[] }
  | { as: 'other'; value: unknown };

/** Which element a change concerns: its section of the file (`targets`), its id and title; a value of the file itself has neither. */
export type ChangedElement = { section: string; id: string | null; title: LocalText | null };

/** One difference between two versions. `field` is the place inside the element (`measure.goal`); `moved` is another place in an ordered list. */
export type PlanChange = ChangedElement &
  (
    | { kind: 'added' }
    | { kind: 'removed' }
    | { kind: 'moved'; from: number; to: number }
    | { kind: 'changed'; field: string; before: PlanValue | null; after: PlanValue | null }
  );

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A rule in one of its equal forms: the order of parts and codes does not matter, a group of one is its part. */
const canonical = (rule: Rule): unknown => {
  if (isNot(rule)) return { not: canonical(rule.not) };
  if (isAll(rule) || isAny(rule)) {
    const parts = isAll(rule) ? rule.all : rule.any;
    const sorted = parts.map((it) => JSON.stringify(canonical(it))).toSorted();
    return sorted.length === 1 && parts[0] ? canonical(parts[0]) : { [isAll(rule) ? 'all' : 'any']: sorted };
  }
  const entries = Object.entries(rule).map(([key, value]) => [key, Array.isArray(value) ? value.toSorted((a, b) => (a < b ? -1 : 1)) : value] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** Whether two rules are written the same but for the order of their parts. */
export const sameRule = (a: Rule, b: Rule): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, it]) => [key, sorted(it)]));
};

const same = (field: string, a: unknown, b: unknown): boolean =>
  ruleKeys.has(lastOf(field)) && isObject(a) && isObject(b) ? sameRule(a as Rule, b as Rule) : JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const lastOf = (field: string): string => field.split('.').at(-1) ?? field;

const valueOf = (field: string, value: unknown): PlanValue | null => {
  if (value === undefined || value === null) return null;
  if (ruleKeys.has(lastOf(field)) && isObject(value)) return { as: 'rule', value: value as Rule };
  const text = localTextOf(value);
  if (text) return { as: 'text', value: text };
  if (typeof value === 'number') return { as: field.endsWith('measure.goal') ? 'share' : 'number', value };
  if (typeof value === 'string') return { as: 'word', value };
  if (typeof value === 'boolean') return { as: 'flag', value };
  if (Array.isArray(value) && value.every((it) => typeof it === 'string')) return { as: 'list', value };
  return { as: 'other', value };
};

type Element = Json & { id: string };
const areElements = (value: unknown): value is Element[] => Array.isArray(value) && value.length > 0 && value.every((it) => isObject(it) && typeof it['id'] === 'string');

/** What stands inside an object and is compared piece by piece: an object that is neither a rule nor a text. */
const isTree = (field: string, value: unknown): boolean => isObject(value) && !ruleKeys.has(lastOf(field)) && !localTextOf(value);

const namesOf = (section: string, element: Element): ChangedElement => ({ section, id: element.id, title: localTextOf(element['title']) ?? localTextOf(element['name']) ?? null });

const compareFields = (of: ChangedElement, field: string, a: Json, b: Json): PlanChange[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => compareValue(of, field === '' ? key : `${field}.${key}`, a[key], b[key]));

const compareValue = (of: ChangedElement, field: string, a: unknown, b: unknown): PlanChange[] => {
  if (areElements(a) || areElements(b)) return compareLists(of.id === null ? [of.section, field].filter((it) => it !== '').join('.') : `${of.section}.${of.id}.${field}`, a ?? [], b ?? []);
  if (same(field, a, b)) return [];
  if (isTree(field, a) && isTree(field, b)) return compareFields(of, field, a as Json, b as Json);
  return [{ ...of, kind: 'changed', field, before: valueOf(field, a), after: valueOf(field, b) }];
};

/** Elements that both lists have but whose order among those differs. */
const moves = (section: string, a: readonly Element[], b: readonly Element[]): PlanChange[] => {
  const before = a.filter((it) => b.some((other) => other.id === it.id));
  const after = b.filter((it) => a.some((other) => other.id === it.id));
  return after.flatMap((it, to) => {
    const from = before.findIndex((other) => other.id === it.id);
    return from === to ? [] : [{ ...namesOf(section, it), kind: 'moved' as const, from, to }];
  });
};

const compareLists = (section: string, a: unknown, b: unknown): PlanChange[] => {
  const before = areElements(a) ? a : [];
  const after = areElements(b) ? b : [];
  return [
    ...before.filter((it) => !after.some((other) => other.id === it.id)).map((it) => ({ ...namesOf(section, it), kind: 'removed' as const })),
    ...after.flatMap((it): PlanChange[] => {
      const earlier = before.find((other) => other.id === it.id);
      return earlier ? compareFields(namesOf(section, it), '', earlier, it) : [{ ...namesOf(section, it), kind: 'added' }];
    }),
    ...moves(section, before, after),
  ];
};

/**
 * What differs between two versions of a plan, element by element: elements are matched by their stable ids, rules are compared as
 * rules. Equal plans have no difference.
 */
export const comparePlans = (before: PlanFile, after: PlanFile): PlanChange[] => compareFields({ section: '', id: null, title: null }, '', before, after);
