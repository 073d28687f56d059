import { isShareTarget, type PlanFile, type ShareTarget } from '@saubac/domain/plan';
import type { Rule } from '@saubac/domain/rules';
import { conditionsOf } from '@saubac/domain/rules';
import { type CountedTarget, factsOf, type Population } from '@saubac/domain/targets';

const anyOf = (rules: readonly { rule: Rule }[]): Rule => ({ any: rules.map((it) => it.rule) });

/** Who a plan is about: one of its subjects, and none of its exclusions. */
export const populationOf = (plan: PlanFile): Population => ({ subjects: anyOf(plan.subjects), exclusions: anyOf(plan.exclusions) });

const countedTarget = (it: ShareTarget): CountedTarget => ({
  id: it.id,
  milestone: it.milestone,
  goal: it.measure.goal,
  cohort: it.cohort,
  reachedWhen: it.reachedWhen,
  focus: it.focus?.rule ?? null,
  extra: it.extra?.rule ?? null,
});

/** The targets of a plan that are counted in heads. */
export const countedTargets = (plan: PlanFile): CountedTarget[] => plan.targets.filter(isShareTarget).map(countedTarget);

/** Facts a target needs and nobody offers: those of a plugin that is off or has failed. */
export const factsMissing = (plan: PlanFile, target: CountedTarget, known: ReadonlyMap<string, unknown>): string[] =>
  [...factsOf(populationOf(plan), target), ...(target.extra ? conditionsOf(target.extra).map((it) => it.fact) : [])].filter((it) => !known.has(it));
