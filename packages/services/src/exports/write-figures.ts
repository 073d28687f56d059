import type { TargetProgress } from '@saubac/domain/targets';
import { ok, type Result, type UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import type { Ctx } from '../context/index.ts';
import { type ListCell, writeList } from '../roster/index.ts';
import { progress, progressByUnit, type ProgressByUnit, type UnitProgress } from '../targets/index.ts';
import type { OrderOf, WriteFailure, Writing, Written } from './writing.ts';

const figuresOf = ({ denominator, numerator, percent, goalPercent, missing, status }: TargetProgress, words: Words): ListCell[] => {
  const share = (value: number | null) => (value === null ? '' : words.percent(value));
  return [denominator, numerator, share(percent), share(goalPercent), missing, words.t(`targets.status-${status}`)];
};

const figureColumns = (words: Words) => [
  { heading: words.t('targets.denominator'), width: 12 }, { heading: words.t('targets.numerator'), width: 12 }, { heading: words.t('targets.percent'), width: 12 },
  { heading: words.t('targets.goal'), width: 12 }, { heading: words.t('targets.missing'), width: 22 }, { heading: words.t('targets.status'), width: 30 },
];

/** Writes how all targets stand. */
export const writeProgress = async (ctx: Ctx, { on, unit }: OrderOf<'progress'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const answers = await progress(ctx, { on, unit: unit ?? undefined });
  if (!answers.ok) return answers;
  const { value } = answers;
  async function* rows(): AsyncGenerator<ListCell[]> {
    for (const it of value) {
      onRow();
      yield [words.text(it.title), words.date(it.milestone), ...figuresOf(it, words)];
    }
  }
  await writeList(path, format, { name: words.t('exports.figures'), columns: [{ heading: words.t('exports.target'), width: 60 }, { heading: words.t('targets.milestone'), width: 14 }, ...figureColumns(words)], rows: rows() });
  return ok({ scope });
};

type TableOf = (unit: string | undefined) => Promise<Result<ProgressByUnit, WriteFailure>>;

const countsAnybody = ({ progress: { denominator } }: UnitProgress): boolean => (denominator ?? 0) > 0;

// A unit and then all below it, level by level: as the tree on the screen is read once everything in it is open.
async function* unitRows(units: readonly UnitProgress[], depth: number, table: TableOf): AsyncGenerator<{ it: UnitProgress; depth: number }> {
  for (const it of units) {
    yield { it, depth };
    if (!it.hasUnits || !countsAnybody(it)) continue;
    const below = await table(it.code);
    if (!below.ok) throw new Error(below.failure.kind);
    yield* unitRows(below.value.units, depth + 1, table);
  }
}

/** Writes a target unit by unit, with all levels of the tree. */
export const writeTargetUnits = async (ctx: Ctx, { on, target, unit, units }: OrderOf<'target-units'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const table: TableOf = (code) => progressByUnit(ctx, { on, target, units, unit: code });
  const top = await table(unit ?? undefined);
  if (!top.ok) return top;
  async function* rows({ units: first }: ProgressByUnit): AsyncGenerator<ListCell[]> {
    for await (const { it, depth } of unitRows(first, 1, table)) {
      onRow();
      yield [depth, it.code, it.name, ...figuresOf(it.progress, words)];
    }
  }
  const columns = [{ heading: words.t('exports.depth'), width: 8 }, { heading: words.t('exports.unitCode'), width: 14 }, { heading: words.t('exports.unitName'), width: 44 }, ...figureColumns(words)];
  await writeList(path, format, { name: words.t('exports.figures'), columns, rows: rows(top.value) });
  return ok({ scope });
};
