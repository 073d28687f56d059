import { type ListedUnit, listUnits as unitsOfDate, unitOn } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

export type ListUnitsFailure = Forbidden | { kind: 'unknown-unit'; unit: string; on: IsoDate };

/** The units of a date with their own people, each below the one that manages it; all of them, or one with what stands below it. */
export const listUnits = async (ctx: Ctx, { on, unit }: { on: IsoDate; unit?: string | undefined }): Promise<Result<ListedUnit[], ListUnitsFailure>> => {
  const scope = permit(ctx, 'unit.read');
  if (!scope.ok) return scope;
  if (unit !== undefined && !(await unitOn(ctx.db, scope.value, unit, on))) return fail({ kind: 'unknown-unit', unit, on });
  return ok(await unitsOfDate(ctx.db, scope.value, on, unit));
};
