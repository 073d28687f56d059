import { queue } from '@saubac/db/outbox';
import { moveImport } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { editableImportStates, type ImportState, isImportEditable } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { type ImportView, viewOf } from './import-view.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';

export type RecheckImportFailure = Forbidden | UnknownImport | { kind: 'import-not-editable'; state: ImportState } | { kind: 'changed-meanwhile'; yours: { version: number }; current: ImportView };

/** Has an import checked again, with its edits: nothing is uploaded anew. Asked again while that goes on it answers how far it is. */
export const recheckImport = async (ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Result<ImportView, RecheckImportFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  if (kept.value.state === 'checking') return ok(viewOf(kept.value));
  if (!isImportEditable(kept.value.state)) return fail({ kind: 'import-not-editable', state: kept.value.state });
  const moved = await ctx.write(async (tx, record) => {
    if (!(await moveImport(tx, id, { from: editableImportStates, to: 'checking', version, at: ctx.now().toISOString(), failure: null }))) return false;
    await queue(tx, { kind: 'import.check', payload: { import: id } });
    await record({ act: 'import.rechecked', subject: { kind: 'import', id }, after: { edits: kept.value.edits } });
    return true;
  });
  const now = await keptImport(ctx, id);
  if (!now.ok) return now;
  return moved || now.value.state === 'checking' ? ok(viewOf(now.value)) : fail({ kind: 'changed-meanwhile', yours: { version }, current: viewOf(now.value) });
};
