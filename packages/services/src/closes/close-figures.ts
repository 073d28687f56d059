import type { KeptPlan, KeptTarget } from '@saubac/db/closes';
import type { Forbidden } from '@saubac/domain/access';
import { answerOf, figuresOver, rowsBelow } from '@saubac/domain/closes';
import { evidenceProgress, unavailable } from '@saubac/domain/targets';
import { ok, type Result, share } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import type { PlanProgress, ProgressByUnit, UnknownUnit } from '../targets/index.ts';
import { type CloseView, viewOf } from './close-view.ts';
import { findFrozenTarget, type FrozenTargetFailure, unitsAsked } from './find-frozen.ts';
import { type CloseNotFrozen, frozenClose, type UnknownClose } from './read-closes.ts';

export type CloseFiguresFailure = Forbidden | UnknownClose | CloseNotFrozen | UnknownUnit;

/** The figures of a close: every target of its plans, over what the caller may read or one unit of it with all below. */
export type CloseFigures = { close: CloseView; plans: { plan: string; planVersion: number; people: number | null }[]; targets: PlanProgress[] };

const answer = (it: KeptTarget, { plan, planVersion }: KeptPlan, within: ReadonlySet<number> | 'all'): PlanProgress => {
  const { code: id, title, milestone } = it;
  const of = { title, plan, planVersion };
  if (it.counted) return { ...answerOf(it.counted, figuresOver(it.figures, within)), ...of };
  return { ...(it.status === 'unavailable' ? unavailable({ id, milestone, goal: share(it.goal ?? 1) }) : evidenceProgress({ id, milestone }, it.status === 'met')), ...of };
};

/** The figures of a close as they were frozen, for all or one unit with everybody below it, as the units stood then. */
export const closeFigures = async (ctx: Ctx, question: { close: string; unit?: string | undefined }): Promise<Result<CloseFigures, CloseFiguresFailure>> => {
  const found = await frozenClose(ctx, question.close);
  if (!found.ok) return found;
  const asked = unitsAsked(found.value, question.unit);
  if (!asked.ok) return asked;
  const { close, plans, readable } = found.value;
  return ok({
    close: viewOf(close),
    // How many people are in a plan's territory is a figure of the whole.
    plans: plans.map(({ plan, planVersion, people }) => ({ plan, planVersion, people: readable === 'all' ? people : null })),
    targets: plans.flatMap((plan) => plan.targets.map((it) => answer(it, plan, asked.value.within))),
  });
};

export type CloseByUnitQuestion = { close: string; target: string; planVersion?: number | undefined; unit?: string | undefined };

/** One target of a close unit by unit, as the units stood and were called then: directly below the one asked about, or the highest that the caller may read. */
export const closeFiguresByUnit = async (ctx: Ctx, question: CloseByUnitQuestion): Promise<Result<ProgressByUnit, CloseFiguresFailure | FrozenTargetFailure>> => {
  const found = await frozenClose(ctx, question.close);
  if (!found.ok) return found;
  const asked = unitsAsked(found.value, question.unit);
  if (!asked.ok) return asked;
  const target = findFrozenTarget(found.value, question.target, question.planVersion);
  if (!target.ok) return target;
  const { units, readable } = found.value;
  const { plan, target: counted, figures } = target.value;
  const { top, within } = asked.value;
  const over = (places: ReadonlySet<number> | 'all') => answerOf(counted, figuresOver(figures, places));
  const named = (place: number) => ({ code: units[place]?.code ?? '', name: units[place]?.name ?? '' });
  return ok({
    plan: plan.plan,
    planVersion: plan.planVersion,
    target: counted.code,
    title: counted.title,
    unit: top === null ? null : named(top),
    total: over(within),
    own: top === null ? null : over(new Set([top])),
    units: rowsBelow(units, readable, top).map(({ unit, below, hasUnits }) => ({ ...named(unit), hasUnits, progress: over(below) })),
    unplaced: null,
  });
};
