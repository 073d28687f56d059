import { historyOfPerson, type HistoryPage, type HistoryRow } from '@saubac/db/audit';
import { findPerson, type PersonIdentity } from '@saubac/db/people';
import type { Forbidden } from '@saubac/domain/access';
import { differences } from '@saubac/domain/audit';
import { fail, type IsoDate, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { WithChanges } from './get-audit-entry.ts';
import { shownTo } from './masked.ts';
import { noteRead } from './note-read.ts';

/** What was done to a person's file, latest first; `next`: the row after which the next page begins. */
export type PersonHistory = { person: PersonIdentity; rows: WithChanges<HistoryRow>[]; next: HistoryPage['after'] | null };

export type HistoryFailure = Forbidden | { kind: 'unknown-person'; on: IsoDate };

/**
 * Everything that the audit holds about a person and his certificates, also the rows of bulk writes: who did what, when and why, and
 * which fields it changed.
 */
export const historyOf = async (ctx: Ctx, { person: id, after, limit }: { person: PersonId } & HistoryPage): Promise<Result<PersonHistory, HistoryFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const person = await findPerson(ctx.db, scope.value, id, ctx.today);
  if (!person) return fail({ kind: 'unknown-person', on: ctx.today });
  noteRead(ctx, person.id, 'history');
  const found = await historyOfPerson(ctx.db, person.id, { after, limit: limit + 1 });
  const { value, why } = shownTo(ctx);
  const rows = found.slice(0, limit).map((it) => {
    const [before, changed] = [value(it.before), value(it.after)];
    return { ...it, why: why(it.why), before, after: changed, changes: differences(before, changed) };
  });
  const last = rows.at(-1);
  return ok({ person, rows, next: found.length > limit && last ? { position: last.position, detail: last.detail } : null });
};
