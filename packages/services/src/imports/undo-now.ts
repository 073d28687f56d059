import { importOfBatch, moveImport } from '@saubac/db/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { previewUndo, undoBatch, type UndoFailure, type UndoPreview } from '../roster/index.ts';
import { keptImport } from './read-imports.ts';

export type UndoNow = { id: string; why?: string | undefined; dryRun?: boolean; onProgress?: (subjects: number) => void };

// An import may be named by its own id or by that of the batch that wrote it.
const written = async (ctx: Ctx, id: string): Promise<{ batch: string; import: string | null }> => {
  const kept = await keptImport(ctx, id);
  if (kept.ok && kept.value.batch !== null) return { batch: kept.value.batch, import: id };
  return { batch: id, import: await importOfBatch(ctx.db, id) };
};

/** Takes a written import back on the spot, or (dry run) shows what that would do: for whoever may import for the whole tenant and waits for it. */
export const undoNow = async (ctx: Ctx, { id, why, dryRun = false, onProgress }: UndoNow): Promise<Result<UndoPreview, UndoFailure>> => {
  const scope = permitWhole(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const it = await written(ctx, id);
  if (dryRun) return previewUndo(ctx, it.batch);
  const undoer = { by: ctx.actor.id, label: ctx.actor.label, why: why ?? null };
  const undone = await undoBatch(ctx, {
    batch: it.batch, why, onProgress, signal: ctx.signal,
    finish: async (tx) => {
      if (it.import === null) return;
      // An import that the worker is taking back is undone already by then, or waits for this transaction and finds it so.
      await moveImport(tx, it.import, { from: ['committed', 'undoing'], to: 'undone', at: ctx.now().toISOString(), undoer });
    },
  });
  return undone.ok ? ok(undone.value) : fail(undone.failure);
};
