import { editsOf, importById, type ImportMove, keepRows, moveImport, noteImportProgress, noteMetEdits, type StoredEdit, storeFindings } from '@saubac/db/transfers';
import type { TenantDb } from '@saubac/db/tenancy';
import type { ImportState } from '@saubac/domain/transfers';
import { everything, type Result } from '@saubac/domain/values';

import { type AskedBy, type Ctx, ctxOfLater, dayInVietnam, GivenUp, type LaterWork, narrowedTo, watched } from '../context/index.ts';
import type { FileStore } from '../files/index.ts';
import { type ImportedRoster, type ImportFailure, type ImportInput, importRoster, type ImportPreview, rowsToLookAt, type Staged, undoBatch } from '../roster/index.ts';
import { digestOf, type ImportProblem, type ImportSummary, type KeptImport, summaryOf } from './import-view.ts';
import { keptImport } from './read-imports.ts';

/** The work on an import in the worker. Of work that is given up, `failImport` tells. */
export type ImportWork = LaterWork & { files: FileStore };

type End = Omit<ImportMove, 'from' | 'at'> & { found?: ImportPreview };

/** Everything that is found is kept to be looked at, as far as this goes: more than the rows of the largest tenant. */
const listed = 200_000;

const stored = (work: ImportWork, id: string): Promise<KeptImport | undefined> => importById<ImportSummary, ImportProblem>(work.db, everything, id, dayInVietnam(work.now()));

// Progress is noted outside the transaction of the import, where others see it.
const followed = async <T>(work: ImportWork, id: string, run: (signal: AbortSignal, onProgress: (rows: number) => void) => Promise<T>): Promise<{ result: T; rows: number }> => {
  let rows = 0;
  const result = await watched(work.signal, () => noteImportProgress(work.db, id, rows), (signal) => run(signal, (read) => (rows = read)));
  return { result, rows };
};

// Rows that somebody has to look at are kept before the staged rows go. Killed after that and done again, they are kept anew.
const keepToLookAt = (work: ImportWork, id: string, edits: readonly StoredEdit[], { batch, edits: met, sources }: Staged, { refusals }: ImportPreview): Promise<void> =>
  work.db.transaction(async (tx) => {
    await keepRows(tx, id, batch, rowsToLookAt(refusals, edits.filter((it) => it.kind === 'cell'), sources));
    await noteMetEdits(tx, id, met);
  });

const read = async (ctx: Ctx, work: ImportWork, it: KeptImport, more: Partial<ImportInput>): Promise<{ result: Result<ImportedRoster, ImportFailure>; rows: number }> => {
  const local = await work.files.local(work.tenant.id, it.file);
  const edits = await editsOf(work.db, it.id);
  try {
    return await followed(work, it.id, (signal, onProgress) =>
      importRoster(narrowedTo(ctx, it.scope), {
        path: local.path, name: it.fileName, effectiveDate: it.effectiveDate, mode: it.mode, skipRefused: it.skipRefused, listed, signal, onProgress, edits,
        examine: (staged, preview) => keepToLookAt(work, it.id, edits, staged, preview),
        ...(it.completeFor === null ? {} : { completeFor: it.completeFor }), ...(it.layout ? { layout: it.layout } : {}), ...more,
      }),
    );
  } finally {
    await local.discard();
  }
};

const found = (preview: ImportPreview, rows: number): Pick<End, 'of' | 'preview' | 'previewDigest' | 'found'> => ({ of: rows, preview: summaryOf(preview), previewDigest: digestOf(preview), found: preview });

const refusedEnd = (failure: ImportFailure, it: KeptImport, rows: number): End => {
  if (failure.kind === 'rows-refused') return { to: 'refused', ...found(failure.preview, rows), failure: { kind: failure.kind } satisfies ImportProblem };
  if (failure.kind === 'not-as-agreed') return { to: 'checked', ...found(failure.preview, rows), failure: { kind: failure.kind } satisfies ImportProblem };
  if (failure.kind === 'needs-layout') return { to: 'needs-layout', failure: null, proposal: failure.proposal };
  if (failure.kind === 'forbidden') return { to: 'failed', failure };
  // The path is ours, and means nothing to anybody else.
  if (failure.kind === 'file-not-found') return { to: 'failed', failure: { kind: 'import-failed' } satisfies ImportProblem };
  return { to: 'file-refused', failure: failure.kind === 'unknown-unit' ? { kind: failure.kind, unit: failure.code, on: it.effectiveDate } : failure };
};

const settle = (work: ImportWork, id: string, from: ImportState, { found: preview, ...end }: End): Promise<void> =>
  work.db.transaction(async (tx) => {
    if (!(await moveImport(tx, id, { ...end, from: [from], at: work.now().toISOString() }))) return;
    if (preview) await storeFindings(tx, id, preview);
    await work.complete(tx);
  });

const ctxFor = async (work: ImportWork, it: KeptImport, by: AskedBy): Promise<Ctx | null> => {
  const ctx = await ctxOfLater(work, by);
  return (await keptImport(ctx, it.id)).ok ? ctx : null;
};

const forbidden: End = { to: 'failed', failure: { kind: 'forbidden', permission: 'roster.import' } satisfies ImportProblem };

// An attempt that is told to stop by the worker is made again; one whose import was given up is not.
const wasGivenUp = (work: ImportWork, failure: ImportFailure): boolean => {
  if (failure.kind !== 'cancelled') return false;
  work.signal.throwIfAborted();
  return true;
};

/** Ends an import whose work was given up, also when every attempt was killed. */
export const failImport = async (db: TenantDb, id: string, now: Date): Promise<void> => {
  if (await moveImport(db, id, { from: ['undoing'], to: 'committed', at: now.toISOString(), failure: { kind: 'undo-failed' } satisfies ImportProblem })) return;
  await moveImport(db, id, { from: ['uploaded', 'checking', 'committing'], to: 'failed', at: now.toISOString(), failure: { kind: 'import-failed' } satisfies ImportProblem });
};

/** Checks an import that was uploaded: a dry run by whoever asked for it, with what he may do now. Killed and done again it finds the same. */
export const checkImport = async (work: ImportWork, id: string): Promise<void> => {
  const it = await stored(work, id);
  if (!it || !(await moveImport(work.db, id, { from: ['uploaded', 'checking'], to: 'checking', at: work.now().toISOString() }))) return;
  const ctx = await ctxFor(work, it, { id: it.requestedBy, label: it.requestedLabel });
  if (!ctx) return settle(work, id, 'checking', forbidden);
  const { result, rows } = await read(ctx, work, it, { dryRun: true });
  if (result.ok) return settle(work, id, 'checking', { to: 'checked', ...found(result.value.preview, rows), failure: null, ...(result.value.layout ? { layout: result.value.layout } : {}) });
  if (!wasGivenUp(work, result.failure)) await settle(work, id, 'checking', refusedEnd(result.failure, it, rows));
};

const write = async (ctx: Ctx, work: ImportWork, it: KeptImport): Promise<void> => {
  const { result, rows } = await read(ctx, work, it, {
    agreed: (preview) => digestOf(preview) === it.previewDigest,
    finish: async (tx, preview) => {
      if (!(await moveImport(tx, it.id, { from: ['committing'], to: 'committed', at: work.now().toISOString(), batch: preview.batch, ...(it.of === null ? {} : { of: it.of }) }))) throw new GivenUp();
      await work.complete(tx);
    },
  });
  if (result.ok) return result.value.written ? undefined : settle(work, it.id, 'committing', { to: 'committed', of: rows });
  if (!wasGivenUp(work, result.failure)) await settle(work, it.id, 'committing', refusedEnd(result.failure, it, rows));
};

/**
 * Writes an import that was agreed to. Everything is compared anew, in the transaction that writes; only if that comes to what was agreed
 * to is it kept. The import becomes `committed` in that same transaction: killed at any moment and done again, it is written once.
 */
export const writeImport = async (work: ImportWork, id: string): Promise<void> => {
  const it = await stored(work, id);
  if (it?.state !== 'committing') return;
  const ctx = await ctxFor(work, it, { id: it.committedBy, label: it.committedLabel ?? '' });
  if (!ctx) return settle(work, id, 'committing', forbidden);
  await write(ctx, work, it).catch((error: unknown) => {
    if (!(error instanceof GivenUp)) throw error;
  });
};

const takeBack = async (ctx: Ctx, work: ImportWork, it: KeptImport): Promise<void> => {
  const { result } = await followed(work, it.id, (signal, onProgress) =>
    undoBatch(ctx, {
      batch: it.batch!, why: it.undoer?.why, signal, onProgress,
      finish: async (tx) => {
        if (!(await moveImport(tx, it.id, { from: ['undoing'], to: 'undone', at: work.now().toISOString() }))) throw new GivenUp();
        await work.complete(tx);
      },
    }),
  );
  if (result.ok) return;
  work.signal.throwIfAborted();
  const { failure } = result;
  const problem: ImportProblem = failure.kind === 'forbidden' ? failure : { kind: failure.kind === 'undo-blocked' ? 'undo-blocked' : 'undo-failed' };
  await settle(work, it.id, 'undoing', { to: 'committed', failure: problem });
};

/** Takes a written import back, as somebody asked. It becomes `undone` in the transaction that does it: killed at any moment and done again, it is taken back once. */
export const takeImportBack = async (work: ImportWork, id: string): Promise<void> => {
  const it = await stored(work, id);
  if (it?.state !== 'undoing') return;
  const ctx = await ctxFor(work, it, { id: it.undoer?.by ?? null, label: it.undoer?.label ?? '' });
  if (!ctx) return settle(work, id, 'undoing', { to: 'committed', failure: { kind: 'forbidden', permission: 'roster.import' } satisfies ImportProblem });
  await takeBack(ctx, work, it).catch((error: unknown) => {
    if (!(error instanceof GivenUp)) throw error;
  });
};
