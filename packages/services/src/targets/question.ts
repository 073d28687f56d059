import { type PlanVersion, planVersion, plansInForce, specialisedLanguageMeasurable } from '@saubac/db/plans';
import { type Asked, type FactSources, factSources, type Territory } from '@saubac/db/rules';
import { unitOn } from '@saubac/db/units';
import { fail, type IsoDate, ok, type Result, type UnitId, type UnitScope } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';

/** A question about figures: on which date, for which unit (by its stable code), by which plan version. */
export type Question = { on: IsoDate; unit?: string | undefined; planVersion?: number | undefined };

export type QuestionFailure =
  | { kind: 'no-plan-in-force'; on: IsoDate }
  | { kind: 'unknown-plan-version'; number: number }
  | { kind: 'unknown-unit'; unit: string; on: IsoDate };

/** A question about one plan version, with all that its rules need. */
export type PlanQuestion = { version: PlanVersion; asked: Asked; territory: Territory; sources: FactSources; extraMeasurable: boolean };

const territoryOf = (scope: UnitScope, version: PlanVersion, unit: UnitId | null): Territory => ({ scope, planUnits: version.units, unit });

/** Resolves a question to the plan versions it is about: the one named, or all that are in force on the date. A unit outside the scope is unknown. */
export const resolveQuestion = async (ctx: Ctx, scope: UnitScope, question: Question): Promise<Result<PlanQuestion[], QuestionFailure>> => {
  const { on } = question;
  const unit = question.unit === undefined ? null : ((await unitOn(ctx.db, scope, question.unit, on))?.id ?? undefined);
  if (unit === undefined) return fail({ kind: 'unknown-unit', unit: question.unit ?? '', on });
  const named = question.planVersion === undefined ? undefined : await planVersion(ctx.db, question.planVersion);
  if (question.planVersion !== undefined && !named) return fail({ kind: 'unknown-plan-version', number: question.planVersion });
  const versions = named ? [named] : await plansInForce(ctx.db, on);
  if (versions.length === 0) return fail({ kind: 'no-plan-in-force', on });
  const sources = factSources(ctx.registry);
  const extraMeasurable = await specialisedLanguageMeasurable(ctx.db, on);
  return ok(
    versions.map((version) => ({
      version,
      territory: territoryOf(scope, version, unit),
      sources,
      extraMeasurable,
      asked: { on, states: version.document.certificates.states, governmentLevels: version.document.governmentLevels?.rows ?? [] },
    })),
  );
};
