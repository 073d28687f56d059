import { targetsWithEvidence } from '@saubac/db/plans';
import { progressQuery } from '@saubac/db/targets';
import type { Forbidden } from '@saubac/domain/access';
import { isShareTarget } from '@saubac/domain/plan';
import { evidenceProgress, progressOf, type TargetProgress, unavailable } from '@saubac/domain/targets';
import { type LocalText, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { askFigures, type TookTooLong } from '../figures/index.ts';
import { countedTargets, factsMissing, populationOf } from './counted.ts';
import { type CountedPlan, type PlanQuestion, type Question, type QuestionFailure, resolveQuestion } from './question.ts';

/** The answer for one target with its title. */
export type TitledProgress = TargetProgress & { title: LocalText };

/** The answer for one target, its title, and the plan version it was counted by. */
export type PlanProgress = TitledProgress & { plan: string; planVersion: number };

const countedAnswers = async (ctx: Ctx, { version, sources, territory, asked, extraMeasurable }: PlanQuestion<CountedPlan>): Promise<Map<string, TargetProgress>> => {
  const plan = version.document;
  const targets = countedTargets(plan);
  const available = targets.filter((it) => factsMissing(plan, it, sources).length === 0);
  const answers = new Map(targets.map((it) => [it.id, unavailable(it)]));
  if (available.length === 0) return answers;
  const query = progressQuery(populationOf(plan), available, sources, territory, asked);
  const [row] = await ctx.db.execute(query.statement);
  query.read(row ?? {}).forEach((counts, index) => {
    const target = available[index];
    if (target) answers.set(target.id, progressOf(target, counts, extraMeasurable));
  });
  return answers;
};

/** How every target of one plan stands, in the order of the plan; nothing is stored. */
export const answersOfPlan = async (ctx: Ctx, question: PlanQuestion<CountedPlan>): Promise<TitledProgress[]> => {
  const { version, asked } = question;
  const answers = await countedAnswers(ctx, question);
  const withEvidence = await targetsWithEvidence(ctx.db, version.plan, asked.on);
  return version.document.targets.map((it) => {
    const counted = isShareTarget(it) ? answers.get(it.id) : undefined;
    return { ...(counted ?? evidenceProgress(it, withEvidence.has(it.id))), title: it.title };
  });
};

/** How every target stands on a date, for the tenant or one unit with all below it: one SELECT for the counted targets of each plan in force. */
export const progress = async (ctx: Ctx, question: Question): Promise<Result<PlanProgress[], QuestionFailure | Forbidden | TookTooLong>> => {
  const scope = permit(ctx, 'progress.read');
  if (!scope.ok) return scope;
  return askFigures<PlanProgress[], QuestionFailure>(ctx, { question: ['progress', scope.value, question] }, async (ctx) => {
    const resolved = await resolveQuestion(ctx, scope.value, question);
    if (!resolved.ok) return resolved;
    const answers: PlanProgress[] = [];
    for (const it of resolved.value) {
      const { plan, number: planVersion } = it.version;
      answers.push(...(await answersOfPlan(ctx, it)).map((answer) => ({ ...answer, plan, planVersion })));
    }
    return ok(answers);
  });
};
