import { queue } from '@saubac/db/outbox';
import type { UndoSubject } from '@saubac/db/roster';
import { moveImport } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import type { ImportState } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { listUndoSubjects, type NotUndoable, previewUndo, type UndoPreview } from '../roster/index.ts';
import { type ImportView, type KeptImport, viewOf } from './import-view.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';

/** Why an import can't be taken back: it was not written, or changed nothing, or nothing was kept for it. */
type NotWritten = { kind: 'import-not-written'; state: ImportState } | { kind: 'nothing-to-undo' };
export type UndoPreviewFailure = Forbidden | UnknownImport | NotWritten | Exclude<NotUndoable, { kind: 'unknown-batch' }>;
export type UndoImportFailure = UndoPreviewFailure | { kind: 'undo-blocked'; count: number } | { kind: 'changed-meanwhile'; yours: { version: number }; current: ImportView };

const writtenBy = (it: KeptImport): Result<string, NotWritten> => {
  if (it.state !== 'committed') return fail({ kind: 'import-not-written', state: it.state });
  return it.batch === null ? fail({ kind: 'nothing-to-undo' }) : ok(it.batch);
};

const previewOf = async (ctx: Ctx, it: KeptImport): Promise<Result<UndoPreview, UndoPreviewFailure>> => {
  const batch = writtenBy(it);
  if (!batch.ok) return batch;
  const preview = await previewUndo(ctx, batch.value);
  if (preview.ok) return preview;
  return fail(preview.failure.kind === 'unknown-batch' ? { kind: 'nothing-to-undo' } : preview.failure);
};

/** What taking a written import back would do, and what later depends on it: then it can't be taken back before that is. */
export const previewUndoOfImport = async (ctx: Ctx, id: string): Promise<Result<UndoPreview & { import: ImportView }, UndoPreviewFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const preview = await previewOf(ctx, kept.value);
  return preview.ok ? ok({ ...preview.value, import: viewOf(kept.value) }) : preview;
};

/** What a written import did, one by one, a page at a time. */
export const listUndoOfImport = async (ctx: Ctx, { id, after = null, limit = 50 }: { id: string; after?: string | null; limit?: number }): Promise<Result<{ subjects: UndoSubject[]; next: string | null }, UndoPreviewFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const batch = writtenBy(kept.value);
  if (!batch.ok) return batch;
  const page = await listUndoSubjects(ctx, { batch: batch.value, after, limit });
  if (page.ok) return page;
  return fail(page.failure.kind === 'unknown-batch' ? { kind: 'nothing-to-undo' } : page.failure);
};

/**
 * Asks for a written import to be taken back; the worker does it, once. What later depends on it is looked for now and, since others may
 * write meanwhile, again by the worker: then nothing is taken back, and the import is `committed` as before, with the reason `undo-blocked`.
 */
export const undoImport = async (ctx: Ctx, { id, version, why }: { id: string; version: number; why: string }): Promise<Result<ImportView, UndoImportFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  if (kept.value.state === 'undoing' || kept.value.state === 'undone') return ok(viewOf(kept.value));
  const preview = await previewOf(ctx, kept.value);
  if (!preview.ok) return preview;
  if (preview.value.blockers.length > 0) return fail({ kind: 'undo-blocked', count: preview.value.blockers.length });
  const at = ctx.now().toISOString();
  const moved = await ctx.write(async (tx, record) => {
    const undoer = { by: ctx.actor.id, label: ctx.actor.label, why };
    if (!(await moveImport(tx, id, { from: ['committed'], to: 'undoing', version, at, failure: null, undoer, of: preview.value.subjects }))) return false;
    await queue(tx, { kind: 'import.undo', payload: { import: id } });
    await record({ act: 'import.undo-asked', subject: { kind: 'import', id }, after: { counts: preview.value.counts } });
    return true;
  }, why);
  const now = await keptImport(ctx, id);
  if (!now.ok) return now;
  const going = now.value.state === 'undoing' || now.value.state === 'undone';
  return moved || going ? ok(viewOf(now.value)) : fail({ kind: 'changed-meanwhile', yours: { version }, current: viewOf(now.value) });
};
