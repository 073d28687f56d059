import type { Rule } from '@saubac/domain/rules';
import { isObject, type Json } from '../json/place.ts';

const ofPeople: readonly string[] = ['cohort', 'reachedWhen', 'focus', 'extra'];

const blankPeople = { cohort: { all: [{ fact: 'kind', in: ['civil-servant'] }] }, reachedWhen: { fact: 'level', atLeast: 4, languages: 'any' } } satisfies Record<string, Rule>;

/** What a target loses when it is turned, so that it can be turned back within the same sitting. */
export type TurnedAway = Readonly<Record<string, Json>>;

/** How a target is measured. */
export const measureOf = (target: Json): 'share' | 'evidence' => (isObject(target) && isObject(target['measure']) && target['measure']['kind'] === 'evidence' ? 'evidence' : 'share');

/** A target measured in the other way, and what it gave up; what it had before is taken from `kept`. */
export const turnedTarget = (target: Json, kind: 'share' | 'evidence', kept: TurnedAway = {}): { target: Json; kept: TurnedAway } => {
  const now = isObject(target) ? target : {};
  if (measureOf(now) === kind) return { target: now, kept };
  const stays = Object.fromEntries(Object.entries(now).filter(([key]) => key !== 'measure' && !ofPeople.includes(key)));
  const gone = Object.fromEntries(Object.entries(now).filter(([key]) => key === 'measure' || ofPeople.includes(key)));
  const before = Object.fromEntries(Object.entries(kept).filter(([key]) => key === 'measure' || ofPeople.includes(key)));
  const fresh = kind === 'share' ? { measure: { kind, goal: 2_500 }, ...blankPeople } : { measure: { kind, proofs: [{ vi: '' }] } };
  return { target: { ...stays, ...fresh, ...before }, kept: gone };
};

/** A condition of payment that asks for something else: a rule comes with the question of a rule and goes with it. */
export const turnedCondition = (condition: Json, requires: string): Json => {
  const { rule, ...rest } = isObject(condition) ? condition : ({} as Readonly<Record<string, Json>>);
  return { ...rest, requires, ...(requires === 'rule' ? { rule: rule ?? blankPeople.cohort } : {}) };
};

/** What a priority prefers: an attribute of the nomination, or people by a rule. */
export const turnedPreference = (attribute: string): Json => (attribute === 'rule' ? { rule: blankPeople.cohort } : { attribute });
