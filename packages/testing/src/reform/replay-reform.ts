import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type IsoDate, isoDate, type Result } from '@saubac/domain/values';
import { type SampleProfile, sampleReform, type SampleRoster } from '@saubac/sample';
import type { Ctx } from '@saubac/services/context';
import { applySettings } from '@saubac/services/levels';
import { applyPlan } from '@saubac/services/plans';
import { importRoster, type ImportPreview, writeRosterWorkbook } from '@saubac/services/roster';
import { progress, progressByUnit, type ProgressByUnit, type UnitsOf } from '@saubac/services/targets';
import { changeWorkbookFile, commitUnitChange, prepareFromFile, previewUnitChange, listChangeFindings, type UnitChangeView } from '@saubac/services/unit-changes';
import { listUnits } from '@saubac/services/units';

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 2_000)}`);
  return result.value;
};

/** A tenant of made-up people, its plan and settings, and a folder to write workbooks into. */
export type ReformOrder = { profile: SampleProfile; people: number; seed: number; plan: unknown; settings: unknown; folder: string };

const begin = async (ctx: Ctx, { plan, settings }: ReformOrder): Promise<void> => {
  got(await applySettings(ctx, settings));
  got(await applyPlan(ctx, { plan, from: isoDate('2020-01-01') }));
};

const load = async (ctx: Ctx, roster: SampleRoster, on: IsoDate, path: string): Promise<ImportPreview> => {
  await writeRosterWorkbook(path, roster);
  return got(await importRoster(ctx, { path, effectiveDate: on })).preview;
};

/** How long each step of a replay took, in seconds. */
export type ReformSeconds = { prepared: number; previewed: number; committed: number };

/** A tenant that went through the reform: the change, the seconds it took, the figures right after it, and what the roster of the day after changed in it. */
export type Replayed = { change: UnitChangeView; seconds: ReformSeconds; figures: string[]; afterwards: ImportPreview };

/**
 * Loads a tenant as it was on the eve of the reform, replays the reform from its file as one batch, and then loads the roster of the day
 * itself: what that still changes is what the reform left undone.
 */
export const replayReform = async (ctx: Ctx, order: ReformOrder): Promise<Replayed> => {
  const { eve, change, after } = sampleReform(order);
  const day = isoDate(order.profile.reform);
  await begin(ctx, order);
  await load(ctx, eve, addDays(day, -1), join(order.folder, 'eve.xlsx'));
  const path = join(order.folder, 'reform.xlsx');
  await writeFile(path, await changeWorkbookFile('vi', change));
  const moments = [performance.now()];
  const prepared = got(await prepareFromFile(ctx, { path }));
  moments.push(performance.now());
  const previewed = got(await previewUnitChange(ctx, prepared.id));
  moments.push(performance.now());
  if (previewed.failure) throw new Error(JSON.stringify(got(await listChangeFindings(ctx, { id: prepared.id, list: 'refusals', limit: 30 })).items, null, 1));
  const committed = got(await commitUnitChange(ctx, { id: prepared.id, version: previewed.version }));
  moments.push(performance.now());
  const [one = 0, two = 0, three = 0] = moments.slice(1).map((it, i) => (it - (moments[i] ?? 0)) / 1_000);
  const { figures } = await stateOn(ctx, day);
  return { change: committed, figures, seconds: { prepared: one, previewed: two, committed: three }, afterwards: await load(ctx, after, day, join(order.folder, 'after.xlsx')) };
};

/** Loads the same tenant the other way: from the roster of the day of the reform, which tells of it. */
export const loadAfterReform = async (ctx: Ctx, order: ReformOrder): Promise<void> => {
  await begin(ctx, order);
  await load(ctx, sampleReform(order).after, isoDate(order.profile.reform), join(order.folder, 'whole.xlsx'));
};

/** What is compared of a tenant: the people of each unit with its name and place, and every figure, on a day. */
export const stateOn = async (ctx: Ctx, on: IsoDate): Promise<{ units: string[]; figures: string[] }> => ({
  units: got(await listUnits(ctx, { on })).map(({ code, name, parent, tier, people }) => [code, name, parent, tier, people].join(' | ')),
  figures: got(await progress(ctx, { on, planVersion: 1 })).map(({ target, denominator, numerator, status }) => [target, denominator, numerator, status].join(' | ')),
});

/** Every counted target of a tenant unit by unit on a day: as it was, or as it is now. */
export const byUnitOn = async (ctx: Ctx, on: IsoDate, units: UnitsOf, unit?: string): Promise<ProgressByUnit[]> => {
  const tables: ProgressByUnit[] = [];
  for (const { target, denominator } of got(await progress(ctx, { on, planVersion: 1 }))) {
    if (denominator !== null) tables.push(got(await progressByUnit(ctx, { on, planVersion: 1, target, units, unit })));
  }
  return tables;
};
