import { conditionsOf, type Rule } from '../rules/index.ts';
import type { PlanFile } from './plan-file.ts';
import { pathText, type PlanProblem, problem } from './problem.ts';
import { rulesIn } from './walk.ts';

/** How many conditions and values one rule may have, and all rules of a plan: far more than anybody reads, few enough for one query. */
export const largestRule = 2_000;
export const largestRules = 10_000;

/** The conditions of a rule and the values they name. */
export const sizeOfRule = (rule: Rule): number =>
  conditionsOf(rule).reduce((size, it) => size + 1 + ('in' in it ? it.in.length : 'within' in it ? it.within.length : 0) + (Array.isArray(it.languages) ? it.languages.length : 0), 0);

/** A rule that is too large to be counted. */
export const tooLarge = (rule: Rule, path: readonly PropertyKey[]): PlanProblem[] => (sizeOfRule(rule) > largestRule ? [problem(path, { kind: 'rule-too-large', most: largestRule })] : []);

/** Rules of a plan that are too large, each by itself or all together. */
export const tooLargeRules = (file: PlanFile): PlanProblem[] => {
  const rules = rulesIn(file);
  const single = rules.flatMap(({ path, value }) => tooLarge(value, path));
  const together = rules.reduce((size, it) => size + sizeOfRule(it.value), 0);
  return single.length === 0 && together > largestRules ? [{ path: pathText([]), kind: 'rule-too-large', most: largestRules }] : single;
};
