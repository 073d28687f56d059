import { createHash } from 'node:crypto';

import type { Record } from '@saubac/db/audit';
import { languageCodes } from '@saubac/db/levels';
import { insertPlanVersion, lockPlanVersions, type PlanVersion, plansInForce } from '@saubac/db/plans';
import type { TenantSql, TenantTx } from '@saubac/db/tenancy';
import { territoriesMeet, unitCodes, unitIdsByCode, unitsInside } from '@saubac/db/units';
import { checkPlan, parsePlan, type PlanFile, type PlanProblem, type PlanReference, unknownDecidingUnits } from '@saubac/domain/plan';
import type { FactDefinition } from '@saubac/domain/rules';
import { fail, type IsoDate, ok, type Result, type UnitId, type UnitScope } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { factDefinitions } from '../targets/index.ts';

export type PlanInForceFailure =
  | { kind: 'plan-has-problems'; problems: PlanProblem[] }
  | { kind: 'unknown-scope-units'; units: string[] }
  | { kind: 'unknown-rule-units'; units: string[]; problems: PlanProblem[] }
  | { kind: 'plan-outside-your-units' }
  | { kind: 'territory-taken'; by: string; number: number }
  | { kind: 'another-version-on-that-day'; number: number; on: IsoDate }
  | { kind: 'after-the-plan-ended'; on: IsoDate; to: IsoDate };

/** The version now in force; `unchanged` if exactly this plan was in force on that day already. */
export type AppliedPlan = { version: PlanVersion; unchanged: boolean };

/** A plan that was found good, and what it is put in force with. */
export type GoodPlan = { plan: PlanFile; from: IsoDate; units: UnitId[]; digest: string };

/** Reads a plan file from JSON and checks it against the facts that the core and the tenant's plugins offer, and what else is known. */
export const readPlan = (json: unknown, facts: readonly FactDefinition[], reference: PlanReference = {}): Result<PlanFile, PlanProblem[]> => {
  const parsed = parsePlan(json);
  if (!parsed.ok) return parsed;
  const problems = checkPlan(parsed.value, facts, reference);
  return problems.length > 0 ? fail(problems) : parsed;
};

/** Where it is looked up what a plan may name: the tenant's database, or a transaction in it. */
export type PlanGround = Pick<Ctx, 'registry'> & { db: TenantSql };

const scopeUnits = async (ctx: PlanGround, plan: PlanFile): Promise<Result<UnitId[], PlanInForceFailure>> => {
  const { units } = plan.scope;
  if (units === 'all') return ok([]);
  const known = await unitIdsByCode(ctx.db, units);
  const missing = units.filter((it) => !known.has(it));
  return missing.length > 0 ? fail({ kind: 'unknown-scope-units', units: missing }) : ok([...known.values()]);
};

/** Whether a plan for some units (none: all) reaches beyond those of whoever would put it in force or withdraw it. */
export const reachesBeyond = async (db: TenantSql, scope: UnitScope, units: readonly UnitId[], on: IsoDate): Promise<boolean> =>
  scope.kind === 'subtrees' && (units.length === 0 || (await unitsInside(db, scope, units, on)) < units.length);

/** A rule that names a unit nobody has would count nobody and say nothing; the plan is refused instead. */
const unknownRuleUnits = async (ctx: PlanGround, plan: PlanFile): Promise<PlanProblem[]> =>
  unknownDecidingUnits(plan, []).length === 0 ? [] : unknownDecidingUnits(plan, await unitCodes(ctx.db));

/** What a plan is told to be wrong with before it can be put in force, all at once: its form, its sense, and units the tenant has not. */
export const planProblems = async (ctx: PlanGround, json: unknown, reference: PlanReference = {}): Promise<Result<PlanFile, PlanProblem[]>> => {
  const parsed = parsePlan(json);
  if (!parsed.ok) return parsed;
  const facts = [...factDefinitions(ctx.registry).values()];
  const problems = [...checkPlan(parsed.value, facts, { languages: await languageCodes(ctx.db), ...reference }), ...(await unknownRuleUnits(ctx, parsed.value))];
  return problems.length > 0 ? fail(problems) : parsed;
};

/** A plan that was found good by itself, with the day and the units it is to rule; refused where it is over by then or names units that there are not. */
export const plannedFor = async (ctx: PlanGround, plan: PlanFile, from: IsoDate): Promise<Result<GoodPlan, PlanInForceFailure>> => {
  if (from > plan.period.to) return fail({ kind: 'after-the-plan-ended', on: from, to: plan.period.to });
  const units = await scopeUnits(ctx, plan);
  if (!units.ok) return units;
  return ok({ plan, from, units: units.value, digest: createHash('sha256').update(JSON.stringify(plan)).digest('hex') });
};

/** Everything about a plan that does not depend on what else is in force: whether it is good, and reaches no further than its author may. */
export const goodPlan = async (ctx: PlanGround, scope: UnitScope, { json, from }: { json: unknown; from: IsoDate }): Promise<Result<GoodPlan, PlanInForceFailure>> => {
  const read = readPlan(json, [...factDefinitions(ctx.registry).values()], { languages: await languageCodes(ctx.db) });
  if (!read.ok) return fail({ kind: 'plan-has-problems', problems: read.failure });
  const good = await plannedFor(ctx, read.value, from);
  if (!good.ok) return good;
  if (await reachesBeyond(ctx.db, scope, good.value.units, from)) return fail({ kind: 'plan-outside-your-units' });
  const strange = await unknownRuleUnits(ctx, read.value);
  if (strange.length > 0) return fail({ kind: 'unknown-rule-units', units: strange.flatMap((it) => ('unit' in it ? it.unit : [])), problems: strange });
  return good;
};

const sameUnits = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join() === b.toSorted().join();
const summary = (it: PlanVersion) => ({ plan: it.plan, number: it.number, inForceFrom: it.inForceFrom, digest: it.digest, units: it.units });

/**
 * Which version of the same plan a good plan would follow, and whether it is that one already; or what stands against it: another version on
 * the same day, or another plan on its territory.
 */
export const placeOf = async (tx: TenantSql, { plan, from, units, digest }: GoodPlan): Promise<Result<{ before: PlanVersion | undefined; unchanged: boolean }, PlanInForceFailure>> => {
  const inForce = await plansInForce(tx, from);
  const before = inForce.find((it) => it.plan === plan.id);
  if (before?.digest === digest && sameUnits(before.units, units)) return ok({ before, unchanged: true });
  if (before?.inForceFrom === from) return fail({ kind: 'another-version-on-that-day', number: before.number, on: from });
  for (const other of inForce) {
    if (other.plan !== plan.id && (await territoriesMeet(tx, other.units, units, from))) return fail({ kind: 'territory-taken', by: other.plan, number: other.number });
  }
  return ok({ before, unchanged: false });
};

/**
 * Puts a good plan in force within a transaction, as the next version of the tenant. Two plans may be in force side by side only on
 * different territory. Whoever else puts a plan in force at the same moment waits, and then sees this one.
 */
export const putInForce = async (tx: TenantTx, record: Record, good: GoodPlan): Promise<Result<AppliedPlan, PlanInForceFailure>> => {
  await lockPlanVersions(tx);
  const place = await placeOf(tx, good);
  if (!place.ok) return place;
  const { before, unchanged } = place.value;
  if (before && unchanged) return ok({ version: before, unchanged });
  const { plan, from, units, digest } = good;
  const version = await insertPlanVersion(tx, { plan: plan.id, inForceFrom: from, units, document: plan, digest });
  await record({ act: 'plan.applied', subject: { kind: 'plan-version', id: version.id }, before: before ? summary(before) : null, after: summary(version) });
  return ok({ version, unchanged: false });
};
