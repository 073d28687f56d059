import { type PlanVersion, planVersion, plansInForce, specialisedLanguageMeasurable } from '@saubac/db/plans';
import { type Asked, type FactSources, factSources, type Territory } from '@saubac/db/rules';
import { lookedUp, unitOn } from '@saubac/db/units';
import { fail, type IsoDate, ok, type Result, type UnitId, type UnitScope } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';

/** A question about figures: on which date, for which unit (by its stable code), by which plan version. */
export type Question = { on: IsoDate; unit?: string | undefined; planVersion?: number | undefined };

export type UnknownUnit = { kind: 'unknown-unit'; unit: string; on: IsoDate };

export type QuestionFailure =
  | { kind: 'no-plan-in-force'; on: IsoDate }
  | { kind: 'unknown-plan-version'; number: number }
  | UnknownUnit;

/** A plan by which people are counted: a version of the tenant, or a draft that is looked at as if it were one. */
export type CountedPlan = Pick<PlanVersion, 'plan' | 'units' | 'document'>;

/** A question about one plan, with all that its rules need. */
export type PlanQuestion<Plan extends CountedPlan = PlanVersion> = { version: Plan; asked: Asked; territory: Territory; sources: FactSources; extraMeasurable: boolean };

/** The unit a question names, null if it names none. One outside the scope is unknown. */
export const unitOfQuestion = async (ctx: Ctx, scope: UnitScope, { on, unit }: Question): Promise<Result<UnitId | null, UnknownUnit>> => {
  if (unit === undefined) return ok(null);
  const found = await unitOn(ctx.db, scope, unit, on);
  return found ? ok(found.id) : fail({ kind: 'unknown-unit', unit, on });
};

/** The same question about each of some plans. */
export const questionsAbout = async <Plan extends CountedPlan>(ctx: Ctx, scope: UnitScope, on: IsoDate, unit: UnitId | null, plans: readonly Plan[]): Promise<PlanQuestion<Plan>[]> => {
  const sources = factSources(ctx.registry);
  const extraMeasurable = await specialisedLanguageMeasurable(ctx.db, on);
  const questions: PlanQuestion<Plan>[] = [];
  for (const version of plans) {
    const { units: planUnits, document } = version;
    const territory = await lookedUp(ctx.db, { scope, planUnits, unit }, on);
    const asked = { on, states: document.certificates.states, governmentLevels: document.governmentLevels?.rows ?? [] };
    questions.push({ version, territory, sources, extraMeasurable, asked });
  }
  return questions;
};

/** Resolves a question to the plan versions it is about: the one named, or all that are in force on the date. A unit outside the scope is unknown. */
export const resolveQuestion = async (ctx: Ctx, scope: UnitScope, question: Question): Promise<Result<PlanQuestion[], QuestionFailure>> => {
  const { on } = question;
  const unit = await unitOfQuestion(ctx, scope, question);
  if (!unit.ok) return unit;
  const named = question.planVersion === undefined ? undefined : await planVersion(ctx.db, question.planVersion);
  if (question.planVersion !== undefined && !named) return fail({ kind: 'unknown-plan-version', number: question.planVersion });
  const versions = named ? [named] : await plansInForce(ctx.db, on);
  if (versions.length === 0) return fail({ kind: 'no-plan-in-force', on });
  return ok(await questionsAbout(ctx, scope, on, unit.value, versions));
};
