import { createHash } from 'node:crypto';
import { freezeQuery, type FrozenRows, headOf, type KeptTarget, type OpenProblems, openProblems, type PlanToKeep, rulesOn, unitsToFreeze } from '@saubac/db/closes';
import { plansInForce, targetsWithEvidence } from '@saubac/db/plans';
import { type ClosePeriod, figuresByUnit, type FrozenTarget, type FrozenUnit, idAt, type RulesThen, sizeOfIds, writeConditions, writeLevels, writePeople, writeSets } from '@saubac/domain/closes';
import { isShareTarget, type PlanFile, type ShareTarget } from '@saubac/domain/plan';
import { everything, type UnitId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { countedTargets, factsMissing, type PlanQuestion, populationOf, questionsAbout } from '../targets/index.ts';

/** Everything that a close freezes, as one snapshot of the tenant's data saw it. */
export type Snapshot = { position: number; headDigest: string; units: FrozenUnit[]; rules: RulesThen; rulesDigest: string; problems: OpenProblems; plans: PlanToKeep[]; contentDigest: string };

const sha256 = (...parts: (string | Uint8Array)[]): string => parts.reduce((hash, it) => hash.update(it), createHash('sha256')).digest('hex');

const unitPlaces = (rows: FrozenRows, units: readonly FrozenUnit[]): Uint16Array => {
  const places = new Map(units.map((it, place) => [it.id, place]));
  return Uint16Array.from({ length: sizeOfIds(rows.ids) }, (_, place) => places.get(idAt(rows.unitIds, place) as UnitId) ?? 0);
};

type KeptRow = PlanToKeep['targets'][number];

const uncounted = (it: PlanFile['targets'][number], withEvidence: ReadonlySet<string>): KeptRow => {
  const { id: code, title, milestone } = it;
  if (isShareTarget(it)) return { code, title, milestone, counted: null, status: 'unavailable', goal: it.measure.goal, sets: null };
  return { code, title, milestone, counted: null, status: withEvidence.has(code) ? 'met' : 'no-evidence', goal: null, sets: null };
};

const frozenTarget = ({ id: code, title, milestone, measure, extra, focus }: ShareTarget, levels: number, extraMeasurable: boolean): FrozenTarget => ({
  code, title, milestone, goal: measure.goal, focus: focus !== undefined, levels, extra: extra === undefined ? 'none' : extraMeasurable ? 'measured' : 'not-yet-measurable',
});

const takePlan = async (ctx: Ctx, question: PlanQuestion, units: readonly FrozenUnit[]): Promise<PlanToKeep> => {
  const { version, sources, territory, asked, extraMeasurable } = question;
  const plan = version.document;
  const targets = countedTargets(plan).filter((it) => factsMissing(plan, it, sources).length === 0);
  const query = freezeQuery({ population: populationOf(plan), targets, sources, territory, asked, extraMeasurable });
  const [row] = await ctx.db.execute(query.statement);
  const rows = query.read(row ?? {});
  const people = { ids: rows.ids, units: unitPlaces(rows, units) };
  const withEvidence = await targetsWithEvidence(ctx.db, version.plan, asked.on);
  const kept = (it: PlanFile['targets'][number]): KeptRow => {
    const taken = rows.targets[targets.findIndex((one) => one.id === it.id)];
    if (!taken || !isShareTarget(it)) return uncounted(it, withEvidence);
    const counted: KeptTarget = { code: it.id, title: it.title, milestone: it.milestone, counted: frozenTarget(it, taken.levels, extraMeasurable), figures: figuresByUnit(taken.sets, people.units) };
    return { ...counted, sets: taken.sets };
  };
  return { planVersionId: version.id, people, levels: rows.levels, conditions: rows.conditions, targets: plan.targets.map(kept) };
};

const digestOfPlan = ({ planVersionId, people, levels, conditions, targets }: PlanToKeep): string =>
  sha256(
    JSON.stringify([planVersionId, levels.map((it) => it.languages), conditions.map(({ condition, milestone }) => [condition, milestone])]),
    writePeople(people), writeLevels(levels), writeConditions(conditions),
    ...targets.flatMap(({ sets, ...it }) => [JSON.stringify(it), ...(sets ? [writeSets(sets).bytes] : [])]),
  );

/**
 * Reads everything that a close freezes. `ctx.db` must see one state of the data throughout (`readWithin`). `onStep` is told after each plan, and
 * ends the work by what it throws.
 */
export const takeSnapshot = async (ctx: Ctx, { from, to, cutOff }: ClosePeriod, onStep: () => void = () => {}): Promise<Snapshot> => {
  const head = await headOf(ctx.db);
  const units = await unitsToFreeze(ctx.db, cutOff);
  const plugins = [...ctx.registry.plugins].flatMap(([id, it]) => (it.state === 'enabled' ? [{ id, version: it.version ?? '' }] : []));
  const rules: RulesThen = { ...(await rulesOn(ctx.db, cutOff)), plugins };
  const problems = await openProblems(ctx.db, cutOff);
  onStep();
  const plans: PlanToKeep[] = [];
  for (const it of await questionsAbout(ctx, everything, cutOff, null, await plansInForce(ctx.db, cutOff))) {
    plans.push(await takePlan(ctx, it, units));
    onStep();
  }
  const rulesDigest = sha256(JSON.stringify(rules));
  return { position: head.position, headDigest: head.digest, units, rules, rulesDigest, problems, plans, contentDigest: sha256(JSON.stringify([from, to, cutOff, rulesDigest, units, plans.map(digestOfPlan)])) };
};
