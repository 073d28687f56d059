import { countDetails, detailsOfEntry, entryById, type FullEntry, type ListedDetail } from '@saubac/db/audit';
import type { Forbidden } from '@saubac/domain/access';
import { differences, type FieldChange } from '@saubac/domain/audit';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { shownTo } from './masked.ts';
import { noteRead } from './note-read.ts';

/** Which act, and which page of its rows if it was a bulk write. */
export type GetAuditEntryInput = { id: string; details?: { after?: string | undefined; limit: number; total?: boolean | undefined } | undefined };

/** Something that was changed, with what differs between before and after. */
export type WithChanges<T> = T & { changes: FieldChange[] };

/** An act with what it changed, and a page of its rows; `next`: the row behind which the next page begins. */
export type AuditEntry = WithChanges<FullEntry> & { details: { rows: WithChanges<ListedDetail>[]; next: string | null; total?: number } };

export type GetAuditEntryFailure = Forbidden | { kind: 'unknown-audit-entry'; id: string };

/** An act of the audit with what was before and after, field by field. What the caller may not see is not found. */
export const getAuditEntry = async (ctx: Ctx, { id, details = { limit: 50 } }: GetAuditEntryInput): Promise<Result<AuditEntry, GetAuditEntryFailure>> => {
  const scope = permit(ctx, 'audit.read');
  if (!scope.ok) return scope;
  const entry = await entryById(ctx.db, { scope: scope.value, on: ctx.today }, id);
  if (!entry) return fail({ kind: 'unknown-audit-entry', id });
  const { after, limit, total } = details;
  const [found, count] = await Promise.all([
    entry.bulk ? detailsOfEntry(ctx.db, id, { after, limit: limit + 1 }) : [],
    total ? countDetails(ctx.db, id) : undefined,
  ]);
  const { value, why } = shownTo(ctx);
  const shown = <T extends { before: unknown; after: unknown }>(it: T): WithChanges<T> => {
    const [before, changed] = [value(it.before), value(it.after)];
    return { ...it, before, after: changed, changes: differences(before, changed) };
  };
  if (entry.subject.person) noteRead(ctx, entry.subject.person, 'history');
  const rows = found.slice(0, limit).map(shown);
  const next = found.length > limit ? (rows.at(-1)?.id ?? null) : null;
  return ok({ ...shown({ ...entry, why: why(entry.why) }), details: { rows, next, ...(count === undefined ? {} : { total: count }) } });
};
