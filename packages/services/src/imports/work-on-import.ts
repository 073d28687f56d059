import { importById, type ImportMove, moveImport, noteImportProgress, storeFindings } from '@saubac/db/transfers';
import type { TenantDb } from '@saubac/db/tenancy';
import type { ImportState } from '@saubac/domain/transfers';
import { everything, type Result } from '@saubac/domain/values';

import { type AskedBy, type Ctx, ctxOfLater, dayInVietnam, type LaterWork, narrowedTo } from '../context/index.ts';
import type { FileStore } from '../files/index.ts';
import { type ImportedRoster, type ImportFailure, type ImportInput, importRoster, type ImportPreview } from '../roster/index.ts';
import { digestOf, type ImportProblem, type ImportSummary, type KeptImport, summaryOf } from './import-view.ts';
import { keptImport } from './read-imports.ts';

/** The work on an import in the worker. Of work that is given up, `failImport` tells. */
export type ImportWork = LaterWork & { files: FileStore };

type End = Omit<ImportMove, 'from' | 'at'> & { found?: ImportPreview };

/** Everything that is found is kept to be looked at, as far as this goes: more than the rows of the largest tenant. */
const listed = 200_000;
const lookEveryMs = 500;

// Somebody gave the import up, or another attempt has ended it.
class GivenUp extends Error {}

const stored = (work: ImportWork, id: string): Promise<KeptImport | undefined> => importById<ImportSummary, ImportProblem>(work.db, everything, id, dayInVietnam(work.now()));

// Progress is noted outside the transaction of the import, where others see it; the same look tells whether somebody has given it up.
const watched = async <T>(work: ImportWork, id: string, run: (signal: AbortSignal, onProgress: (rows: number) => void) => Promise<T>): Promise<{ result: T; rows: number }> => {
  const stop = new AbortController();
  let rows = 0;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    if (!(await noteImportProgress(work.db, id, rows))) stop.abort();
  };
  const timer = setInterval(() => {
    looking ??= look().catch(() => undefined).finally(() => (looking = undefined));
  }, lookEveryMs);
  try {
    const result = await run(AbortSignal.any([work.signal, stop.signal]), (read) => (rows = read));
    return { result, rows };
  } finally {
    clearInterval(timer);
    await looking;
  }
};

const read = async (ctx: Ctx, work: ImportWork, it: KeptImport, more: Partial<ImportInput>): Promise<{ result: Result<ImportedRoster, ImportFailure>; rows: number }> => {
  const local = await work.files.local(work.tenant.id, it.file);
  try {
    return await watched(work, it.id, (signal, onProgress) =>
      importRoster(narrowedTo(ctx, it.scope), {
        path: local.path, name: it.fileName, effectiveDate: it.effectiveDate, mode: it.mode, skipRefused: it.skipRefused, listed, signal, onProgress,
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
  return { to: 'refused', failure: failure.kind === 'unknown-unit' ? { kind: failure.kind, unit: failure.code, on: it.effectiveDate } : failure };
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
    finish: async (tx) => {
      if (!(await moveImport(tx, it.id, { from: ['committing'], to: 'committed', at: work.now().toISOString(), ...(it.of === null ? {} : { of: it.of }) }))) throw new GivenUp();
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
