import { findMerge, type KeptMerge, listMerges as merges, type MergeState } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { shownMerge, type UnknownMerge } from './decide-merge.ts';

export type MergesPage = { items: KeptMerge[]; next: string | null };

/** Merges of people whom the caller may see, in one state or in any, the latest first. */
export const listMerges = async (ctx: Ctx, { state, after = null, limit = 50 }: { state?: MergeState | undefined; after?: string | null; limit?: number } = {}): Promise<Result<MergesPage, Forbidden>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const rows = await merges(ctx.db, scope.value, ctx.today, { state, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return ok({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
};

/** One merge: a proposal or what became of it. */
export const getMerge = async (ctx: Ctx, { merge }: { merge: string }): Promise<Result<KeptMerge, Forbidden | UnknownMerge>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const found = await findMerge(ctx.db, scope.value, merge, ctx.today);
  return found ? ok(shownMerge(found)) : fail({ kind: 'unknown-merge' });
};
