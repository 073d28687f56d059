import type { Rule } from '../rules/index.ts';
import { conditionsOf } from '../rules/index.ts';
import type { IsoDate, Share } from '../values/index.ts';

/** Who a plan is about at all: every share target counts only subjects who are not excluded. */
export type Population = { subjects: Rule; exclusions: Rule };

/** A target that is counted in heads. The denominator is subjects ∧ cohort ∧ ¬exclusions ∧ present on the date. */
export type CountedTarget = {
  id: string;
  milestone: IsoDate;
  goal: Share;
  cohort: Rule;
  reachedWhen: Rule;
  /** A part of the cohort that the plan wants looked at first; it changes neither denominator nor numerator. */
  focus: Rule | null;
  /** A second condition beside the level, such as a specialised language, that may not be measurable yet. */
  extra: Rule | null;
};

/** A target without a percentage, met by evidence such as a decision in force. */
export type EvidenceTarget = { id: string; milestone: IsoDate };

/** The whole rule of a target's denominator. */
export const denominatorRule = (population: Population, target: CountedTarget): Rule => ({
  all: [population.subjects, target.cohort, { not: population.exclusions }],
});

/** The facts a target needs; if one of them can't be had, the target answers "unavailable". */
export const factsOf = (population: Population, target: CountedTarget): string[] => {
  const rules = [denominatorRule(population, target), target.reachedWhen, ...(target.focus ? [target.focus] : [])];
  return [...new Set(rules.flatMap(conditionsOf).map((it) => it.fact))];
};
