import { frozenFacts, frozenPeople, frozenSets, type KeptPlan, type KeptTarget } from '@saubac/db/closes';
import { type FrozenCondition, type FrozenLevels, type FrozenPeople, type FrozenSets, type FrozenTarget, subtreeOf, type UnitFigures } from '@saubac/domain/closes';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import type { UnknownUnit } from '../targets/index.ts';
import type { FrozenClose } from './read-closes.ts';

export type FrozenTargetFailure = { kind: 'unknown-target'; target: string; known: string[] } | { kind: 'target-without-people'; target: string };

/** A counted target of a close, and the plan it belongs to. */
export type CountedFrozen = { plan: KeptPlan; target: FrozenTarget; figures: UnitFigures[] };

const asCounted = (plan: KeptPlan, it: KeptTarget): CountedFrozen | undefined => (it.counted ? { plan, target: it.counted, figures: it.figures } : undefined);

/** Finds a counted target by its code; `planVersion` where several plans of the close have one of that code. */
export const findFrozenTarget = ({ plans }: FrozenClose, target: string, planVersion?: number): Result<CountedFrozen, FrozenTargetFailure> => {
  const among = plans.filter((it) => planVersion === undefined || it.planVersion === planVersion);
  const found = among.flatMap((plan) => plan.targets.filter((it) => it.code === target).map((it) => ({ plan, it })));
  const [first] = found;
  if (!first) return fail({ kind: 'unknown-target', target, known: among.flatMap((it) => it.targets.map((one) => one.code)) });
  const counted = asCounted(first.plan, first.it);
  return counted ? ok(counted) : fail({ kind: 'target-without-people', target });
};

/** The units of a question about a close: all that may be read, or one with all below it. `top`: its place. */
export const unitsAsked = ({ units, readable, close }: FrozenClose, unit: string | undefined): Result<{ top: number | null; within: ReadonlySet<number> | 'all' }, UnknownUnit> => {
  if (unit === undefined) return ok({ top: null, within: readable });
  const found = subtreeOf(units, readable, unit);
  return found ? ok({ top: found.top, within: found.all }) : fail({ kind: 'unknown-unit', unit, on: close.cutOff });
};

/** Everything kept of the people of one target. */
export type FrozenMembers = { people: FrozenPeople; sets: FrozenSets; levels: FrozenLevels; conditions: FrozenCondition[] };

/** Loads what is kept of the people behind a counted target. */
export const membersOf = async (ctx: Ctx, { plan, target }: CountedFrozen): Promise<FrozenMembers> => {
  const sets = await frozenSets(ctx.db, plan.id, target.code);
  const people = await frozenPeople(ctx.db, plan.id);
  const { levels, conditions } = await frozenFacts(ctx.db, plan.id);
  const held = levels[target.levels];
  if (!sets || !held) throw new Error('A counted target of a close has no sets');
  return { people, sets, levels: held, conditions };
};
