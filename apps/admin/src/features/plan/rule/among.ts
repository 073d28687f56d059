import type { Rule } from '@saubac/domain/rules';
import { isObject, type Json, listAt, type Place, valueAt } from '../json/place.ts';
import { readRule } from './read-rule.ts';

/** Whom a rule of the plan is asked about: everybody present, the subjects, the people of the plan, the cohort of its target. */
export type Circle = 'everybody' | 'subjects' | 'plan' | 'cohort';

/** The people that a rule is asked about, as a rule; `broken` where the rules that make them can't be read. */
export type Among = { circle: Circle; rule: Rule | undefined; broken: boolean };

const rulesOf = (document: Json, list: string): Json[] => listAt(document, [list]).map((it) => (isObject(it) ? it['rule'] : undefined));

const everyRule = (parts: readonly Json[]): Rule[] | undefined => {
  const read = parts.map(readRule);
  return read.every((it) => it !== undefined) ? read : undefined;
};

const circleOf = (place: Place): Circle => {
  if (place[0] === 'subjects') return 'everybody';
  if (place[0] === 'exclusions') return 'subjects';
  return place[0] === 'targets' && place.at(-1) !== 'cohort' ? 'cohort' : 'plan';
};

/**
 * The people that the rule at a place of a plan is asked about: a subject everybody, an exclusion the subjects, a cohort those whom the plan is
 * for, all else of a target its cohort.
 */
export const amongAt = (document: Json, place: Place): Among => {
  const circle = circleOf(place);
  if (circle === 'everybody') return { circle, rule: undefined, broken: false };
  const subjects = everyRule(rulesOf(document, 'subjects'));
  const exclusions = circle === 'subjects' ? [] : everyRule(rulesOf(document, 'exclusions'));
  const cohort = circle === 'cohort' ? everyRule([valueAt(document, [...place.slice(0, 2), 'cohort'])]) : [];
  if (!subjects || !exclusions || !cohort) return { circle, rule: undefined, broken: true };
  return { circle, rule: { all: [{ any: subjects }, ...(exclusions.length > 0 ? [{ not: { any: exclusions } }] : []), ...cohort] }, broken: false };
};

/** The day on which “the milestone” is, for the rule at a place: that of its target. */
export const milestoneAt = (document: Json, place: Place): string | undefined => {
  const day = place[0] === 'targets' ? valueAt(document, [...place.slice(0, 2), 'milestone']) : undefined;
  return typeof day === 'string' && day !== '' ? day : undefined;
};

/** Whether an age may be taken on the milestone here. */
export const hasMilestone = (place: Place): boolean => ['targets', 'subjects', 'exclusions'].includes(String(place[0]));
