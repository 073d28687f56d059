import { closePlans, closeUnits, signedClosesOn } from '@saubac/db/closes';
import { plansInForce } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { answerOf, figuresOver, readableUnits } from '@saubac/domain/closes';
import { isShareTarget, type PlanFile } from '@saubac/domain/plan';
import type { TargetProgress } from '@saubac/domain/targets';
import { fail, type IsoDate, isoDate, type LocalText, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { TookTooLong } from '../figures/index.ts';
import { progress, type QuestionFailure } from '../targets/index.ts';
import type { KeptClose } from './close-view.ts';
import { findFrozenTarget, unitsAsked } from './find-frozen.ts';

/** How a target stood on one day: as it was signed, or, where nothing is signed, computed on the day from what is recorded now. */
export type TrendPoint = {
  on: IsoDate;
  source: 'close' | 'computed';
  close: { id: string; period: { from: IsoDate; to: IsoDate }; number: number } | null;
  planVersion: number;
  progress: TargetProgress;
};

/** The course of a target over the years of its plan. Days of which no plan knows the target are left out. */
export type Trend = { target: string; title: LocalText; unit: string | null; points: TrendPoint[] };

export type TrendFailure = Forbidden | QuestionFailure | TookTooLong | { kind: 'unknown-target'; target: string; known: string[] };

export type TrendQuestion = { target: string; unit?: string | undefined; from?: IsoDate | undefined; to?: IsoDate | undefined };

/** The year ends and milestones of a plan as far as they have come, in their order. */
export const trendDays = ({ period, targets }: Pick<PlanFile, 'period' | 'targets'>, { from = period.from, to = period.to }: { from?: IsoDate | undefined; to?: IsoDate | undefined }, today: IsoDate): IsoDate[] => {
  const years = Array.from({ length: Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) + 1 }, (_, index) => isoDate(`${Number(period.from.slice(0, 4)) + index}-12-31`));
  const days = [...years, ...targets.map((it) => it.milestone)].filter((it) => it >= from && it <= to && it <= today);
  return [...new Set(days)].toSorted();
};

// A close of the very day comes before one of a period that ends with it.
const closeOf = (closes: readonly KeptClose[], day: IsoDate): KeptClose | undefined => closes.find((it) => it.cutOff === day) ?? closes.find((it) => it.to === day);

const signedPoint = async (ctx: Ctx, close: KeptClose, on: IsoDate, { target, unit }: TrendQuestion): Promise<TrendPoint | undefined> => {
  const scope = permit(ctx, 'close.read');
  if (!scope.ok) return undefined;
  const units = await closeUnits(ctx.db, close.id);
  const frozen = { close, units, plans: await closePlans(ctx.db, close.id), readable: readableUnits(units, scope.value, close.cutOff) };
  const found = findFrozenTarget(frozen, target);
  const asked = unitsAsked(frozen, unit);
  if (!found.ok || !asked.ok) return undefined;
  const { target: counted, figures, plan } = found.value;
  return { on, source: 'close', close: { id: close.id, period: { from: close.from, to: close.to }, number: close.number }, planVersion: plan.planVersion, progress: answerOf(counted, figuresOver(figures, asked.value.within)) };
};

const computedPoint = async (ctx: Ctx, on: IsoDate, { target, unit }: TrendQuestion): Promise<Result<TrendPoint | undefined, TrendFailure>> => {
  const answers = await progress(ctx, { on, unit });
  // Before a unit or a plan was there, nothing of it can be counted.
  if (!answers.ok) return answers.failure.kind === 'no-plan-in-force' || answers.failure.kind === 'unknown-unit' ? ok(undefined) : answers;
  const found = answers.value.find((it) => it.target === target);
  if (!found) return ok(undefined);
  const { plan: _, planVersion, title: __, ...it } = found;
  return ok({ on, source: 'computed', close: null, planVersion, progress: it });
};

/**
 * The course of a target year by year, and on its plan's milestones, as far as they have come: read from the signed close of the day, computed where
 * there is none, and each point says which.
 */
export const targetTrend = async (ctx: Ctx, question: TrendQuestion): Promise<Result<Trend, TrendFailure>> => {
  const scope = permit(ctx, 'progress.read');
  if (!scope.ok) return scope;
  const plans = await plansInForce(ctx.db, ctx.today);
  if (plans.length === 0) return fail({ kind: 'no-plan-in-force', on: ctx.today });
  const plan = plans.find((it) => it.document.targets.some((one) => one.id === question.target))?.document;
  const target = plan?.targets.filter(isShareTarget).find((it) => it.id === question.target);
  if (!plan || !target) return fail({ kind: 'unknown-target', target: question.target, known: plans.flatMap((it) => it.document.targets.filter(isShareTarget).map((one) => one.id)) });
  const days = trendDays(plan, question, ctx.today);
  const closes: KeptClose[] = days.length === 0 ? [] : await signedClosesOn(ctx.db, days);
  const points: TrendPoint[] = [];
  for (const on of days) {
    const close = closeOf(closes, on);
    const signed = close && (await signedPoint(ctx, close, on, question));
    const computed = signed ? ok(undefined) : await computedPoint(ctx, on, question);
    if (!computed.ok) return computed;
    const point = signed ?? computed.value;
    if (point) points.push(point);
  }
  return ok({ target: target.id, title: target.title, unit: question.unit ?? null, points });
};
