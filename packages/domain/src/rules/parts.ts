import type { Condition, Rule } from './rule.ts';

// Apart from the schemas, so that a browser that only reads and edits rules need not fetch what checks their form.

export const isAll = (it: Rule): it is { all: Rule[] } => 'all' in it;
export const isAny = (it: Rule): it is { any: Rule[] } => 'any' in it;
export const isNot = (it: Rule): it is { not: Rule } => 'not' in it;

/** Every condition that stands in a rule, from left to right. */
export const conditionsOf = (it: Rule): Condition[] => {
  if (isAll(it)) return it.all.flatMap(conditionsOf);
  if (isAny(it)) return it.any.flatMap(conditionsOf);
  if (isNot(it)) return conditionsOf(it.not);
  return [it];
};
