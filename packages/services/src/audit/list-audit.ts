import { countEntries, type EntryFilter, type EntryPlace, listEntries, type ListedEntry } from '@saubac/db/audit';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { shownTo } from './masked.ts';

/** Which acts, from below which one, how many, and whether to count them all. */
export type ListAuditInput = EntryFilter & { after?: EntryPlace | undefined; limit: number; total?: boolean | undefined };

/** A page of acts, latest first. `next`: the place below which the next page begins; null on the last one. */
export type AuditPage = { entries: ListedEntry[]; next: EntryPlace | null; total?: number };

/**
 * The audit of the tenant. Whoever may read it for some units only sees the acts on those units, on the people there and on their
 * certificates; what belongs to no unit (plans, settings, imports as a whole) is seen with the right to everything.
 */
export const listAudit = async (ctx: Ctx, { after, limit, total, ...filter }: ListAuditInput): Promise<Result<AuditPage, Forbidden>> => {
  const scope = permit(ctx, 'audit.read');
  if (!scope.ok) return scope;
  const reader = { scope: scope.value, on: ctx.today };
  const [found, count] = await Promise.all([
    listEntries(ctx.db, reader, filter, { after, limit: limit + 1 }),
    total ? countEntries(ctx.db, reader, filter) : undefined,
  ]);
  const { why } = shownTo(ctx);
  const entries = found.slice(0, limit).map((it) => ({ ...it, why: why(it.why) }));
  const last = found.length > limit ? entries.at(-1) : undefined;
  return ok({ entries, next: last ? { at: last.at, position: last.position } : null, ...(count === undefined ? {} : { total: count }) });
};
