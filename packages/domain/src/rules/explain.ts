import type { FactValue } from './fact.ts';
import { type FactDefinitions, type FactReader, holds, truthOf } from './evaluate.ts';
import { type Condition, isAll, isAny, isNot, type Rule } from './rule.ts';

/** How a rule came out for one person: the whole tree, so that each part can be shown with the value that decided it. */
export type Explanation = {
  /** Whether the part counts as fulfilled in figures. */
  holds: boolean;
  /** The part could come out either way, because a fact is not known. */
  unknown: boolean;
} & (
  | { form: 'all' | 'any'; parts: Explanation[] }
  | { form: 'not'; part: Explanation }
  | { form: 'condition'; condition: Condition; value: FactValue }
);

/** Explains a rule for one person. */
export const explainRule = (rule: Rule, definitions: FactDefinitions, read: FactReader): Explanation => {
  const outcome = { holds: holds(rule, definitions, read), unknown: truthOf(rule, definitions, read) === null };
  if (isAll(rule)) return { ...outcome, form: 'all', parts: rule.all.map((it) => explainRule(it, definitions, read)) };
  if (isAny(rule)) return { ...outcome, form: 'any', parts: rule.any.map((it) => explainRule(it, definitions, read)) };
  if (isNot(rule)) return { ...outcome, form: 'not', part: explainRule(rule.not, definitions, read) };
  return { ...outcome, form: 'condition', condition: rule, value: read(rule) };
};

/** The conditions that kept a rule from holding, deepest first: what a person would have to change. Under a `not` those that hold. */
export const decisive = (it: Explanation, wanted = true): Extract<Explanation, { form: 'condition' }>[] => {
  if (it.holds === wanted) return [];
  if (it.form === 'condition') return [it];
  if (it.form === 'not') return decisive(it.part, !wanted);
  return it.parts.flatMap((part) => decisive(part, wanted));
};
