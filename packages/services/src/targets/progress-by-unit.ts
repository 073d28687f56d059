import { type UnitCounts, type UnitsBelow, unitsQuery } from '@saubac/db/targets';
import { unitOn } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { progressOf, sumOfCounts, type TargetProgress } from '@saubac/domain/targets';
import { type LocalText, ok, type Result, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { askFigures, type TookTooLong } from '../figures/index.ts';
import { populationOf } from './counted.ts';
import { progressByUnitNow } from './progress-by-unit-now.ts';
import { findTarget, type TargetFailure, type TargetQuestion } from './find-target.ts';
import type { Question } from './question.ts';

/** One row of the table: a unit with everybody below it; `hasUnits`: it can be asked about in its turn. */
export type UnitProgress = { code: string; name: string; hasUnits: boolean; progress: TargetProgress };

/**
 * A target unit by unit. `total` is the asked unit with everybody below it, `own` those whose post is in the asked unit itself (null where
 * none was asked about), `units` the units directly below it. Heads add up; heads missing do not, since each row is rounded up by itself.
 */
export type ProgressByUnit = {
  plan: string;
  planVersion: number;
  target: string;
  title: LocalText;
  unit: { code: string; name: string } | null;
  total: TargetProgress;
  own: TargetProgress | null;
  units: UnitProgress[];
  /**
   * Of the units as they are now: those whom no unit of today can be named for. `split`: their unit was split and they are in no part of it
   * (chia tách, không xác định); `ended`: nothing followed their unit. Null where the units are those of the day, or one of them was asked about.
   */
  unplaced: { split: TargetProgress; ended: TargetProgress } | null;
};

/** The units of the day asked about (as it was), or those of today that followed them (as it is now). */
export type UnitsOf = 'then' | 'now';

const beginning = (scope: UnitScope, path: string | undefined): UnitsBelow =>
  path === undefined ? { kind: scope.kind === 'everything' ? 'top' : 'scope' } : { kind: 'unit', path };

const tableOf = (found: TargetQuestion, rows: readonly UnitCounts[]): Pick<ProgressByUnit, 'total' | 'own' | 'units'> => {
  const answer = (counts: UnitCounts['counts']): TargetProgress => progressOf(found.target, counts, found.extraMeasurable);
  const own = rows.find((it) => it.unit === null);
  return {
    total: answer(sumOfCounts(rows.map((it) => it.counts))),
    own: own ? answer(own.counts) : null,
    units: rows.flatMap(({ unit, counts }) => (unit ? [{ ...unit, progress: answer(counts) }] : [])),
  };
};

/**
 * How one target stands in each unit directly below the one asked about, with everybody below it, in one SELECT. Without a unit: in the
 * units at the top, or in those that the caller may see. `units: 'now'` counts the same people under the units of today.
 */
export const progressByUnit = async (ctx: Ctx, question: Question & { target: string; units?: UnitsOf | undefined }): Promise<Result<ProgressByUnit, TargetFailure | Forbidden | TookTooLong>> => {
  const scope = permit(ctx, 'progress.read');
  if (!scope.ok) return scope;
  if (question.units === 'now') return progressByUnitNow(ctx, scope.value, question);
  return askFigures<ProgressByUnit, TargetFailure>(ctx, { question: ['progress-by-unit', scope.value, question] }, async (ctx) => {
    const found = await findTarget(ctx, scope.value, question, question.target);
    if (!found.ok) return found;
    const { version, target, element, sources, territory, asked } = found.value;
    const unit = question.unit === undefined ? undefined : await unitOn(ctx.db, scope.value, question.unit, question.on);
    const query = unitsQuery(populationOf(version.document), target, sources, territory, asked, beginning(scope.value, unit?.path));
    const rows = (await ctx.db.execute(query.statement)).map((it) => query.read(it));
    return ok({
      plan: version.plan,
      planVersion: version.number,
      target: target.id,
      title: element.title,
      unit: unit ? { code: unit.code, name: unit.name } : null,
      ...tableOf(found.value, rows),
      unplaced: null,
    });
  });
};
