import { type Condition, conditionsOf, type Explanation, isAll, isAny, isNot, type Rule, type Truth } from '../rules/index.ts';
import type { IsoDate } from '../values/index.ts';
import { hasBit } from './bits.ts';
import type { FrozenCondition } from './frozen.ts';

/** A condition as it is asked by a target: an age on the milestone is a different one for each milestone. */
export const conditionKey = (condition: Condition, milestone: IsoDate | null): string => JSON.stringify([condition.on === 'milestone' ? milestone : null, condition]);

/** The different conditions of some rules of a target. */
export const askedConditions = (rules: readonly Rule[], milestone: IsoDate): { condition: Condition; milestone: IsoDate | null }[] => {
  const all = rules.flatMap(conditionsOf).map((condition) => ({ condition, milestone: condition.on === 'milestone' ? milestone : null }));
  return [...new Map(all.map((it) => [conditionKey(it.condition, it.milestone), it])).values()];
};

/** How each condition came out for the person at a place, by its key. */
export const truthsAt = (conditions: readonly FrozenCondition[], place: number): ReadonlyMap<string, Truth> =>
  new Map(conditions.map((it) => [conditionKey(it.condition, it.milestone), hasBit(it.held, place) ? true : hasBit(it.unknown, place) ? null : false]));

type Parts = { holds: boolean; truth: Truth };

const allOf = (parts: readonly Parts[]): Parts => ({ holds: parts.every((it) => it.holds), truth: parts.some((it) => it.truth === false) ? false : parts.some((it) => it.truth === null) ? null : true });
const anyOf = (parts: readonly Parts[]): Parts => ({ holds: parts.some((it) => it.holds), truth: parts.some((it) => it.truth === true) ? true : parts.some((it) => it.truth === null) ? null : false });

type Outcome = { explanation: Explanation; truth: Truth };

const outcomeOf = (rule: Rule, truthOf: (condition: Condition) => Truth): Outcome => {
  if (isAll(rule) || isAny(rule)) {
    const form = isAll(rule) ? 'all' : 'any';
    const parts = (isAll(rule) ? rule.all : rule.any).map((it) => outcomeOf(it, truthOf));
    const { holds, truth } = (form === 'all' ? allOf : anyOf)(parts.map((it) => ({ holds: it.explanation.holds, truth: it.truth })));
    return { truth, explanation: { form, holds, unknown: truth === null, parts: parts.map((it) => it.explanation) } };
  }
  if (isNot(rule)) {
    const { explanation, truth } = outcomeOf(rule.not, truthOf);
    return { truth: truth === null ? null : !truth, explanation: { form: 'not', holds: !explanation.holds, unknown: truth === null, part: explanation } };
  }
  const truth = truthOf(rule);
  return { truth, explanation: { form: 'condition', holds: truth === true, unknown: truth === null, condition: rule, value: null } };
};

/**
 * Explains a rule for one person by how its conditions came out when the period was closed, whatever has become of him since. The values
 * behind them are not kept, so that what a person may have erased is not kept here.
 */
export const explainThen = (rule: Rule, milestone: IsoDate, truths: ReadonlyMap<string, Truth>): Explanation =>
  outcomeOf(rule, (condition) => truths.get(conditionKey(condition, milestone)) ?? null).explanation;
