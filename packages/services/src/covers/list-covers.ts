import { type Cover, coversOf } from '@saubac/db/covers';
import { ok, type Result } from '@saubac/domain/values';
import type { Forbidden } from '@saubac/domain/access';

import { type Ctx, permitWhole } from '../context/index.ts';

/** Covers that hold or will hold: of the caller on either side, or of everybody for whoever sees the users of the whole tenant. */
export const listCovers = async (ctx: Ctx, { all = false }: { all?: boolean } = {}): Promise<Result<Cover[], Forbidden>> => {
  if (!all) return ok(ctx.actor.id === null ? [] : await coversOf(ctx.db, ctx.actor.id, ctx.today));
  const scope = permitWhole(ctx, 'user.read');
  return scope.ok ? ok(await coversOf(ctx.db, 'all', ctx.today)) : scope;
};
