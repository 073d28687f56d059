import { type DayOfChange, daysOfChange } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** The days on which the units that the caller sees today changed, also those to come. */
export const unitDays = async (ctx: Ctx): Promise<Result<DayOfChange[], Forbidden>> => {
  const scope = permit(ctx, 'unit.read');
  return scope.ok ? ok(await daysOfChange(ctx.db, scope.value, ctx.today)) : scope;
};
