import type { ShareTarget } from '@saubac/domain/plan';
import { isShareTarget } from '@saubac/domain/plan';
import type { CountedTarget } from '@saubac/domain/targets';
import { fail, ok, type Result, type UnitScope } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { countedTargets, factsMissing } from './counted.ts';
import { type PlanQuestion, type Question, type QuestionFailure, resolveQuestion } from './question.ts';

export type TargetFailure =
  | QuestionFailure
  | { kind: 'unknown-target'; target: string; known: string[] }
  | { kind: 'target-without-people'; target: string }
  | { kind: 'target-unavailable'; target: string; facts: string[] };

/** One counted target, the element of the plan it comes from, and the question it is asked in. */
export type TargetQuestion = PlanQuestion & { target: CountedTarget; element: ShareTarget };

/** Finds a counted target by its id in the plans a question is about. */
export const findTarget = async (ctx: Ctx, scope: UnitScope, question: Question, target: string): Promise<Result<TargetQuestion, TargetFailure>> => {
  const resolved = await resolveQuestion(ctx, scope, question);
  if (!resolved.ok) return resolved;
  const known = resolved.value.flatMap((it) => it.version.document.targets.map((one) => one.id));
  const found = resolved.value.find((it) => it.version.document.targets.some((one) => one.id === target));
  if (!found) return fail({ kind: 'unknown-target', target, known });
  const plan = found.version.document;
  const counted = countedTargets(plan).find((it) => it.id === target);
  const element = plan.targets.filter(isShareTarget).find((it) => it.id === target);
  if (!counted || !element) return fail({ kind: 'target-without-people', target });
  const facts = factsMissing(plan, counted, found.sources);
  return facts.length > 0 ? fail({ kind: 'target-unavailable', target, facts }) : ok({ ...found, target: counted, element });
};
