import type { Fault } from '@saubac/contract/problems';
import { type PlanProblem, pointerOf } from '@saubac/domain/plan';
import { planProblemInWords } from '@saubac/services/plans';
import { inBoth } from './words.ts';

/** What is wrong in a plan or a rule, with its place and in sentences. */
export const shownPlanProblem = (problem: PlanProblem) => ({
  path: problem.path,
  pointer: pointerOf(problem.path),
  code: problem.kind,
  text: inBoth((words) => planProblemInWords(problem, words)),
});

/** The problems of a refusal, if it has any, as faults of the field (`body/rule`) in which the plan or rule stands. */
export const faultsIn = (failure: object, field: string): Fault[] | undefined =>
  'problems' in failure ? (failure.problems as PlanProblem[]).map((it) => ({ field: pointerOf(it.path, field).replaceAll('/', '.'), code: it.kind, text: inBoth((words) => planProblemInWords(it, words)) })) : undefined;
