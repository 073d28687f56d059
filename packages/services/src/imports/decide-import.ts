import { queue } from '@saubac/db/outbox';
import { moveImport } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import type { ImportState } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { type ImportView, type KeptImport, viewOf } from './import-view.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';

export type CommitImportFailure = Forbidden | UnknownImport | { kind: 'import-not-checked'; state: ImportState } | { kind: 'changed-meanwhile'; yours: { version: number }; current: ImportView };

const again = async (ctx: Ctx, id: string): Promise<ImportView> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) throw new Error('An import that was there is gone.');
  return viewOf(kept.value);
};

const judge = (it: KeptImport, version: number): CommitImportFailure | null => {
  if (it.state !== 'checked') return { kind: 'import-not-checked', state: it.state };
  return it.version === version ? null : { kind: 'changed-meanwhile', yours: { version }, current: viewOf(it) };
};

/**
 * Agrees to what the check found: `version` names the preview that was seen. The worker writes it, once; asked again it answers how far
 * that is. What others wrote since the check does not count unless it changes what would be written: then nothing is written and the
 * import is back at `checked`, with the new preview and the reason `not-as-agreed`.
 */
export const commitImport = async (ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Result<ImportView, CommitImportFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  if (kept.value.state === 'committing' || kept.value.state === 'committed') return ok(viewOf(kept.value));
  const refusal = judge(kept.value, version);
  if (refusal) return fail(refusal);
  const moved = await ctx.write(async (tx, record) => {
    const at = ctx.now().toISOString();
    if (!(await moveImport(tx, id, { from: ['checked'], to: 'committing', version, at, failure: null, committer: { by: ctx.actor.id, label: ctx.actor.label } }))) return false;
    await queue(tx, { kind: 'import.commit', payload: { import: id } });
    await record({ act: 'import.confirmed', subject: { kind: 'import', id }, after: { preview: kept.value.previewDigest, counts: kept.value.preview?.counts ?? null } });
    return true;
  });
  const now = await again(ctx, id);
  return moved || now.state === 'committing' || now.state === 'committed' ? ok(now) : fail({ kind: 'changed-meanwhile', yours: { version }, current: now });
};

export type CancelImportFailure = Forbidden | UnknownImport | { kind: 'import-over'; state: ImportState };

/** Gives an import up. Possible until its transaction has ended: whichever of the two is first, the other one finds it so. */
export const cancelImport = async (ctx: Ctx, id: string): Promise<Result<ImportView, CancelImportFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const cancelled = await ctx.write(async (tx, record) => {
    const moved = await moveImport(tx, id, { from: ['uploaded', 'checking', 'needs-layout', 'checked', 'committing'], to: 'cancelled', at: ctx.now().toISOString() });
    if (moved) await record({ act: 'import.cancelled', subject: { kind: 'import', id }, before: { state: kept.value.state } });
    return moved;
  });
  const now = await again(ctx, id);
  return cancelled || now.state === 'cancelled' ? ok(now) : fail({ kind: 'import-over', state: now.state });
};
