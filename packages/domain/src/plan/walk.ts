import type { Rule } from '../rules/index.ts';
import type { PlanFile } from './plan-file.ts';

type Path = readonly PropertyKey[];
type Place<Value> = { path: Path; value: Value };

/** Keys under which a rule stands in a plan file. */
export const ruleKeys: ReadonlySet<PropertyKey> = new Set(['rule', 'cohort', 'reachedWhen', 'who']);

const childrenOf = ({ path, value }: Place<unknown>): Place<unknown>[] => {
  if (Array.isArray(value)) return value.map((child: unknown, index) => ({ path: [...path, index], value: child }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, child]) => ({ path: [...path, key], value: child }));
};

/** Every value of the file that stands outside a rule, and every rule as one value; in the order of the file. */
const placesIn = (place: Place<unknown>): Place<unknown>[] => {
  const isRule = ruleKeys.has(place.path.at(-1) ?? '') && typeof place.value === 'object';
  return [place, ...(isRule ? [] : childrenOf(place).flatMap(placesIn))];
};

/** Every place of the file. */
export const everyPlace = (file: PlanFile): Place<unknown>[] => placesIn({ path: [], value: file });

/** Every rule of the file with its place. */
export const rulesIn = (file: PlanFile): Place<Rule>[] =>
  everyPlace(file).flatMap(({ path, value }) => (ruleKeys.has(path.at(-1) ?? '') && typeof value === 'object' ? [{ path, value: value as Rule }] : []));

/** Every object of the file that holds a text under a key: `textsAt(file, 'document')`. */
export const textsAt = (file: PlanFile, key: string): Place<string>[] =>
  everyPlace(file).flatMap(({ path, value }) => (path.at(-1) === key && typeof value === 'string' ? [{ path, value }] : []));
