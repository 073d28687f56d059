import { closesOfPeriod, type OpenProblems, openProblems } from '@saubac/db/closes';
import { plansInForce } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { type ClosePeriod, periodName, periodProblem, type PeriodProblem } from '@saubac/domain/closes';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import type { TookTooLong } from '../figures/index.ts';
import { type PlanProgress, progress, type QuestionFailure } from '../targets/index.ts';
import { type CloseView, type KeptClose, viewOf } from './close-view.ts';

/** What a close would freeze, and what is not settled and would change it afterwards. `standing`: the version of the period that stands now. */
export type ClosePreview = ClosePeriod & { period: string; plans: { plan: string; version: number }[]; targets: PlanProgress[]; problems: OpenProblems; standing: CloseView | null };

export type PreviewCloseFailure = Forbidden | PeriodProblem | QuestionFailure | TookTooLong;

/** Shows what closing a period would freeze. Nothing is kept. */
export const previewClose = async (ctx: Ctx, input: ClosePeriod): Promise<Result<ClosePreview, PreviewCloseFailure>> => {
  const scope = permitWhole(ctx, 'close.prepare');
  if (!scope.ok) return scope;
  const { from, to, cutOff } = input;
  const problem = periodProblem(input, ctx.today);
  if (problem) return fail(problem);
  const targets = await progress(ctx, { on: cutOff });
  if (!targets.ok) return targets;
  const [standing]: KeptClose[] = await closesOfPeriod(ctx.db, input);
  const plans = (await plansInForce(ctx.db, cutOff)).map((it) => ({ plan: it.plan, version: it.number }));
  return ok({ from, to, cutOff, period: periodName(input), plans, targets: targets.value, problems: await openProblems(ctx.db, cutOff), standing: standing ? viewOf(standing) : null });
};
