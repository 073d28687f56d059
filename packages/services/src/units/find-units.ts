import { type FoundUnit, findUnits, type UnitFile, unitFile, unitOn, type UnitPlace } from '@saubac/db/units';
import { searchedWords } from '@saubac/domain/people';
import { fail, isUuid, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { ListUnitsFailure } from './list-units.ts';

/** A page of units; `next` is where the following one begins, null on the last. */
export type UnitsPage = { units: FoundUnit[]; next: UnitPlace | null };

type Paged = { on?: IsoDate | undefined; after?: UnitPlace | null | undefined; limit?: number | undefined };

const pageOf = (found: readonly FoundUnit[], limit: number): UnitsPage => {
  const units = found.slice(0, limit);
  const last = units.at(-1);
  return { units, next: found.length > limit && last ? { depth: last.depth, path: last.path } : null };
};

/** The units of the caller's scope on a day to pick from, higher ones first: by parts of the name (accents or none) or the beginning of the code. */
export const searchUnits = async (ctx: Ctx, asked: Paged & { text?: string | undefined; below?: string | undefined }): Promise<Result<UnitsPage, ListUnitsFailure>> => {
  const scope = permit(ctx, 'unit.read');
  if (!scope.ok) return scope;
  const { on = ctx.today, text, below, after = null, limit = 20 } = asked;
  if (below !== undefined && !(await unitOn(ctx.db, scope.value, below, on))) return fail({ kind: 'unknown-unit', unit: below, on });
  const code = text?.trim() || undefined;
  return ok(pageOf(await findUnits(ctx.db, scope.value, { on, words: searchedWords(code ?? ''), code, below, after, limit: limit + 1 }), limit));
};

/** The units directly below one, or (null) the highest that the caller's scope holds on a day. */
export const unitTree = async (ctx: Ctx, asked: Paged & { parent: string | null }): Promise<Result<UnitsPage, ListUnitsFailure>> => {
  const scope = permit(ctx, 'unit.read');
  if (!scope.ok) return scope;
  const { on = ctx.today, parent, after = null, limit = 100 } = asked;
  if (parent !== null && !(await unitOn(ctx.db, scope.value, parent, on))) return fail({ kind: 'unknown-unit', unit: parent, on });
  return ok(pageOf(await findUnits(ctx.db, scope.value, { on, childrenOf: parent, after, limit: limit + 1 }), limit));
};

/** All that is kept of a unit, by its code or id; with the people of a day. */
export const getUnit = async (ctx: Ctx, { unit, on = ctx.today }: { unit: string; on?: IsoDate | undefined }): Promise<Result<UnitFile, ListUnitsFailure>> => {
  const scope = permit(ctx, 'unit.read');
  if (!scope.ok) return scope;
  const file = await unitFile(ctx.db, scope.value, isUuid(unit) ? { id: unit } : { code: unit }, on);
  return file ? ok(file) : fail({ kind: 'unknown-unit', unit, on });
};
