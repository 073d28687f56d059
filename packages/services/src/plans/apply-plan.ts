import { createHash } from 'node:crypto';

import { insertPlanVersion, type PlanVersion, plansInForce } from '@saubac/db/plans';
import { languageCodes } from '@saubac/db/levels';
import { territoriesMeet, unitCodes, unitIdsByCode } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { checkPlan, parsePlan, type PlanFile, type PlanProblem, type PlanReference, unknownDecidingUnits } from '@saubac/domain/plan';
import type { FactDefinition } from '@saubac/domain/rules';
import { fail, type IsoDate, ok, type Result, type UnitId } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { factDefinitions } from '../targets/index.ts';

export type ApplyPlanFailure =
  | Forbidden
  | { kind: 'plan-has-problems'; problems: PlanProblem[] }
  | { kind: 'unknown-scope-units'; units: string[] }
  | { kind: 'unknown-rule-units'; units: string[]; problems: PlanProblem[] }
  | { kind: 'territory-taken'; by: string; number: number }
  | { kind: 'another-version-on-that-day'; number: number; on: IsoDate }
  | { kind: 'after-the-plan-ended'; on: IsoDate; to: IsoDate };

/** The version now in force; `unchanged` if exactly this plan was in force on that day already. */
export type AppliedPlan = { version: PlanVersion; unchanged: boolean };

/** Reads a plan file from JSON and checks it against the facts that the core and the tenant's plugins offer, and what else is known. */
export const readPlan = (json: unknown, facts: readonly FactDefinition[], reference: PlanReference = {}): Result<PlanFile, PlanProblem[]> => {
  const parsed = parsePlan(json);
  if (!parsed.ok) return parsed;
  const problems = checkPlan(parsed.value, facts, reference);
  return problems.length > 0 ? fail(problems) : parsed;
};

const scopeUnits = async (ctx: Ctx, plan: PlanFile): Promise<Result<UnitId[], ApplyPlanFailure>> => {
  const { units } = plan.scope;
  if (units === 'all') return ok([]);
  const known = await unitIdsByCode(ctx.db, units);
  const missing = units.filter((it) => !known.has(it));
  return missing.length > 0 ? fail({ kind: 'unknown-scope-units', units: missing }) : ok([...known.values()]);
};

/** A rule that names a unit nobody has would count nobody and say nothing; the plan is refused instead. */
const unknownRuleUnits = async (ctx: Ctx, plan: PlanFile): Promise<PlanProblem[]> =>
  unknownDecidingUnits(plan, []).length === 0 ? [] : unknownDecidingUnits(plan, await unitCodes(ctx.db));

/**
 * Puts a plan in force from a day as the next version of the tenant, on the territory its scope names. Older versions stay and answer
 * for their time. Two plans may be in force side by side only on different territory.
 */
export const applyPlan = async (ctx: Ctx, input: { plan: unknown; from: IsoDate }): Promise<Result<AppliedPlan, ApplyPlanFailure>> => {
  const allowed = permit(ctx, 'plan.put-in-force');
  if (!allowed.ok) return allowed;
  const { from } = input;
  const read = readPlan(input.plan, [...factDefinitions(ctx.registry).values()], { languages: await languageCodes(ctx.db) });
  if (!read.ok) return fail({ kind: 'plan-has-problems', problems: read.failure });
  const plan = read.value;
  if (from > plan.period.to) return fail({ kind: 'after-the-plan-ended', on: from, to: plan.period.to });
  const units = await scopeUnits(ctx, plan);
  if (!units.ok) return units;
  const strange = await unknownRuleUnits(ctx, plan);
  if (strange.length > 0) return fail({ kind: 'unknown-rule-units', units: strange.flatMap((it) => ('unit' in it ? it.unit : [])), problems: strange });
  const digest = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
  return ctx.write(async (tx, record) => {
    const inForce = await plansInForce(tx, from);
    const before = inForce.find((it) => it.plan === plan.id);
    if (before?.digest === digest && sameUnits(before.units, units.value)) return ok({ version: before, unchanged: true });
    if (before?.inForceFrom === from) return fail({ kind: 'another-version-on-that-day', number: before.number, on: from });
    for (const other of inForce) {
      if (other.plan !== plan.id && (await territoriesMeet(tx, other.units, units.value, from))) return fail({ kind: 'territory-taken', by: other.plan, number: other.number });
    }
    const version = await insertPlanVersion(tx, { plan: plan.id, inForceFrom: from, units: units.value, document: plan, digest });
    const summary = (it: PlanVersion) => ({ plan: it.plan, number: it.number, inForceFrom: it.inForceFrom, digest: it.digest, units: it.units });
    await record({ act: 'plan.applied', subject: { kind: 'plan-version', id: version.id }, before: before ? summary(before) : null, after: summary(version) });
    return ok({ version, unchanged: false });
  });
};

const sameUnits = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join() === b.toSorted().join();
