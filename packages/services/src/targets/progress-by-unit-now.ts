import { unitTopology } from '@saubac/db/access';
import { type FollowedCounts, followedQuery } from '@saubac/db/targets';
import { unitOn, type UnitOn, unitsStanding } from '@saubac/db/units';
import type { UnitTopology } from '@saubac/domain/access';
import { progressOf, sumOfCounts, type TargetCounts, type TargetProgress } from '@saubac/domain/targets';
import { type Between, followedTo, splitsBetween } from '@saubac/domain/unit-changes';
import { fail, ok, type Result, type UnitId, type UnitScope } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { askFigures, type TookTooLong } from '../figures/index.ts';
import { populationOf } from './counted.ts';
import { findTarget, type TargetFailure } from './find-target.ts';
import type { ProgressByUnit, UnitProgress } from './progress-by-unit.ts';
import type { Question } from './question.ts';

type Placed = { byPath: Map<string, TargetCounts[]>; split: TargetCounts[]; ended: TargetCounts[] };

/** Puts everybody under a unit of today, by its path; whoever can't be put under one that the caller sees is kept apart. */
const placed = (groups: readonly FollowedCounts[], topology: UnitTopology, between: Between, paths: ReadonlyMap<UnitId, string>): Placed => {
  const found: Placed = { byPath: new Map(), split: [], ended: [] };
  for (const { unit, later, counts } of groups) {
    const to = followedTo(topology, unit, between, (day) => later.get(day) ?? null);
    const path = to.kind === 'unit' ? paths.get(to.unit) : undefined;
    if (path !== undefined) (found.byPath.get(path) ?? found.byPath.set(path, []).get(path)!).push(counts);
    else found[to.kind === 'ended' ? 'ended' : 'split'].push(counts);
  }
  return found;
};

/** The units directly below a path (empty: those at the top): none of the units that stand lies between. */
const directlyBelow = (standing: readonly UnitOn[], above: string): UnitOn[] => {
  const inside = standing.filter(({ path }) => path.startsWith(above) && path !== above);
  const known = new Set(inside.map(({ path }) => path));
  const hasOneAbove = (path: string): boolean => {
    const codes = path.split('/').slice(0, -1);
    return codes.some((_, i) => i < codes.length - 1 && known.has(`${codes.slice(0, i + 1).join('/')}/`));
  };
  return inside.filter(({ path }) => !hasOneAbove(path));
};

const tableOf = (found: Placed, standing: readonly UnitOn[], asked: UnitOn | null, answer: (counts: readonly TargetCounts[]) => TargetProgress): Pick<ProgressByUnit, 'total' | 'own' | 'units' | 'unplaced'> => {
  const below = (path: string): TargetCounts[] => [...found.byPath].flatMap(([at, counts]) => (at.startsWith(path) ? counts : []));
  const units = directlyBelow(standing, asked?.path ?? '').map(({ code, name, path }): UnitProgress => ({ code, name, hasUnits: standing.some((it) => it.path !== path && it.path.startsWith(path)), progress: answer(below(path)) }));
  if (asked) return { total: answer(below(asked.path)), own: answer(found.byPath.get(asked.path) ?? []), units, unplaced: null };
  return { total: answer([...below(''), ...found.split, ...found.ended]), own: null, units, unplaced: { split: answer(found.split), ended: answer(found.ended) } };
};

/**
 * One target unit by unit as the units are now: the people and everything about them are those of the day asked about, but each stands under
 * the unit of today that followed his. Sums agree with those of the day. Of a day to come the units are those of that day.
 */
export const progressByUnitNow = async (ctx: Ctx, scope: UnitScope, question: Question & { target: string }): Promise<Result<ProgressByUnit, TargetFailure | TookTooLong>> =>
  askFigures<ProgressByUnit, TargetFailure>(ctx, { question: ['progress-by-unit-now', scope, question, ctx.today] }, async (ctx) => {
    const between: Between = { from: question.on, to: question.on > ctx.today ? question.on : ctx.today };
    const { unit, ...whole } = question;
    const asked = unit === undefined ? null : await unitOn(ctx.db, scope, unit, between.to);
    if (asked === undefined) return fail({ kind: 'unknown-unit', unit: unit ?? '', on: between.to });
    const found = await findTarget(ctx, scope, whole, question.target);
    if (!found.ok) return found;
    const { version, target, element, sources, territory, asked: counted, extraMeasurable } = found.value;
    const topology = await unitTopology(ctx.db, []);
    const standing = await unitsStanding(ctx.db, scope, between.to);
    const query = followedQuery(populationOf(version.document), target, sources, territory, counted, splitsBetween(topology, between));
    const groups = (await ctx.db.execute(query.statement)).map((it) => query.read(it));
    const people = placed(groups, topology, between, new Map(standing.map(({ id, path }) => [id, path])));
    return ok({
      plan: version.plan, planVersion: version.number, target: target.id, title: element.title, unit: asked && { code: asked.code, name: asked.name },
      ...tableOf(people, standing, asked, (counts) => progressOf(target, sumOfCounts(counts), extraMeasurable)),
    });
  });
