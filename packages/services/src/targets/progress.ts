import { targetsWithEvidence } from '@saubac/db/plans';
import { progressQuery } from '@saubac/db/targets';
import type { Forbidden } from '@saubac/domain/access';
import { isShareTarget } from '@saubac/domain/plan';
import { evidenceProgress, progressOf, type TargetProgress, unavailable } from '@saubac/domain/targets';
import { type LocalText, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { countedTargets, factsMissing, populationOf } from './counted.ts';
import { type PlanQuestion, type Question, type QuestionFailure, resolveQuestion } from './question.ts';

/** The answer for one target, its title, and the plan version it was counted by. */
export type PlanProgress = TargetProgress & { title: LocalText; plan: string; planVersion: number };

const progressOfPlan = async (ctx: Ctx, question: PlanQuestion): Promise<PlanProgress[]> => {
  const { version, sources, territory, asked } = question;
  const plan = version.document;
  const targets = countedTargets(plan);
  const available = targets.filter((it) => factsMissing(plan, it, sources).length === 0);
  const answers = new Map<string, TargetProgress>();
  if (available.length > 0) {
    const query = progressQuery(populationOf(plan), available, sources, territory, asked);
    const [row] = await ctx.db.execute(query.statement);
    query.read(row ?? {}).forEach((counts, index) => {
      const target = available[index];
      if (target) answers.set(target.id, progressOf(target, counts, question.extraMeasurable));
    });
  }
  const withEvidence = await targetsWithEvidence(ctx.db, version.plan, asked.on);
  return plan.targets.map((it) => {
    const counted = targets.find((target) => target.id === it.id);
    const answer = isShareTarget(it) && counted ? (answers.get(it.id) ?? unavailable(counted)) : evidenceProgress(it, withEvidence.has(it.id));
    return { ...answer, title: it.title, plan: version.plan, planVersion: version.number };
  });
};

/** How every target stands on a date, for the tenant or one unit with all below it: one SELECT for the counted targets of each plan in force. */
export const progress = async (ctx: Ctx, question: Question): Promise<Result<PlanProgress[], QuestionFailure | Forbidden>> => {
  const scope = permit(ctx, 'progress.read');
  if (!scope.ok) return scope;
  const resolved = await resolveQuestion(ctx, scope.value, question);
  if (!resolved.ok) return resolved;
  const answers: PlanProgress[] = [];
  for (const it of resolved.value) answers.push(...(await progressOfPlan(ctx, it)));
  return ok(answers);
};
