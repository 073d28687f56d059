import { auditTakenBack, countUndoSubjects, lockImports, lockUndoSubjects, noteUndoSubjects, takeBatchBack, takeMemory, type UndoBlocker, undoBlockers, type UndoCounts, type UndoNote, undoNotes, type UndoSubject, undoSubjectPage, type WrittenBatch, writtenBatch } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** For so many days an import can be taken back; then what was kept for it goes. */
export const undoDays = 30;
const dayMs = 86_400_000;

/** What taking a batch back would do: how many of which kind, what later depends on it (then it can't be), and what stays as it was said. */
export type UndoPreview = { batch: string; writtenAt: string; until: string; counts: UndoCounts[]; subjects: number; blockers: UndoBlocker[]; notes: UndoNote[] };

export type NotUndoable = { kind: 'unknown-batch'; batch: string } | { kind: 'undone-already' } | { kind: 'undo-expired'; days: number };
export type UndoFailure = Forbidden | NotUndoable | { kind: 'undo-blocked'; preview: UndoPreview } | { kind: 'cancelled' };

// Figures that were closed on the ground of a batch stay as they were signed.
const closing = ['close.%', 'period.%', 'figures.%'];

const untilOf = ({ at }: WrittenBatch): string => new Date(new Date(at).getTime() + undoDays * dayMs).toISOString();

const undoable = async (ctx: Ctx, id: string): Promise<Result<WrittenBatch, Forbidden | NotUndoable>> => {
  const scope = permit(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const batch = await writtenBatch(ctx.db, id);
  if (!batch) return fail({ kind: 'unknown-batch', batch: id });
  if (batch.state === 'undone') return fail({ kind: 'undone-already' });
  return untilOf(batch) <= ctx.now().toISOString() ? fail({ kind: 'undo-expired', days: undoDays }) : ok(batch);
};

const look = async (tx: TenantTx, batch: WrittenBatch): Promise<UndoPreview> => {
  const counts = await countUndoSubjects(tx);
  return {
    batch: batch.id, writtenAt: batch.at, until: untilOf(batch), counts, subjects: counts.reduce((sum, { subjects }) => sum + subjects, 0),
    blockers: await undoBlockers(tx, batch), notes: await undoNotes(tx, batch, closing),
  };
};

// Leaves a transaction with everything undone, carrying what was found; null: it was told to stop.
class Leave extends Error {
  readonly preview: UndoPreview | null;
  constructor(preview: UndoPreview | null) {
    super('left');
    this.preview = preview;
  }
}

const leaving = (error: unknown): UndoPreview | null => {
  if (error instanceof Leave) return error.preview;
  throw error;
};

/** What taking a written batch back would do. Nothing is written. */
export const previewUndo = async (ctx: Ctx, id: string): Promise<Result<UndoPreview, Forbidden | NotUndoable>> => {
  const batch = await undoable(ctx, id);
  if (!batch.ok) return batch;
  const found = await ctx.db
    .transaction(async (tx): Promise<UndoPreview> => {
      await noteUndoSubjects(tx, batch.value);
      throw new Leave(await look(tx, batch.value));
    })
    .catch(leaving);
  return ok(found!);
};

/** What a written batch did, one by one, a page at a time. */
export const listUndoSubjects = async (ctx: Ctx, { batch: id, after, limit }: { batch: string; after: string | null; limit: number }): Promise<Result<{ subjects: UndoSubject[]; next: string | null }, Forbidden | NotUndoable>> => {
  const batch = await undoable(ctx, id);
  if (!batch.ok) return batch;
  const found = await undoSubjectPage(ctx.db, batch.value, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  return ok({ subjects: page.map(({ place: _, ...it }) => it), next: found.length > limit ? (page.at(-1)?.place ?? null) : null });
};

export type UndoInput = {
  batch: string;
  why?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Told how many of the subjects are done. */
  onProgress?: ((subjects: number) => void) | undefined;
  /** Writes what belongs to it in its own transaction. What it throws undoes the undoing. */
  finish?: (tx: TenantTx) => Promise<void>;
};

const parts = 4;

/**
 * Takes a written batch back, in one transaction with its audit, or not at all: what it added goes, what it changed is what it was. It is not
 * done while something later depends on it; that is looked for once its subjects are held, so nothing slips in between.
 */
export const undoBatch = async (ctx: Ctx, { batch: id, why, signal, onProgress, finish }: UndoInput): Promise<Result<UndoPreview, UndoFailure>> => {
  const batch = await undoable(ctx, id);
  if (!batch.ok) return batch;
  let blocked = false;
  const done = await ctx
    .write(async (tx, record) => {
      await lockImports(tx);
      await takeMemory(tx);
      await noteUndoSubjects(tx, batch.value);
      await lockUndoSubjects(tx);
      const preview = await look(tx, batch.value);
      blocked = preview.blockers.length > 0;
      if (blocked) throw new Leave(preview);
      let part = 0;
      await takeBatchBack(tx, id, () => {
        onProgress?.(Math.floor((preview.subjects * (part += 1)) / parts));
        if (signal?.aborted) throw new Leave(null);
      });
      const entry = await record({ act: 'roster.undone', subject: { kind: 'roster-batch', id }, before: { counts: preview.counts } });
      await auditTakenBack(tx, entry, batch.value.entry);
      await finish?.(tx);
      return preview;
    }, why)
    .catch(leaving);
  if (!done) return fail({ kind: 'cancelled' });
  return blocked ? fail({ kind: 'undo-blocked', preview: done }) : ok(done);
};
