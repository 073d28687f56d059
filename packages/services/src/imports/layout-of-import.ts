import { queue } from '@saubac/db/outbox';
import { moveImport, proposalOf } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { faultOfLayout, type Layout, type LayoutFault, type LayoutProposal, layoutPrint, sameLayout } from '@saubac/domain/layouts';
import type { ImportState } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { keepLayout, type LayoutNameTaken } from '../layouts/index.ts';
import { type ImportView, type KeptImport, viewOf } from './import-view.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';

/** How the file of an import is read (null: not known yet), and what was proposed for it (null: nothing had to be). */
export type ImportLayout = { import: ImportView; layout: Layout | null; proposal: LayoutProposal | null };

/** The layout of an import's file, or the proposal for it with a sample of rows. */
export const getImportLayout = async (ctx: Ctx, id: string): Promise<Result<ImportLayout, Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  return ok({ import: viewOf(kept.value), layout: kept.value.layout?.definition ?? null, proposal: await proposalOf<LayoutProposal>(ctx.db, id) });
};

export type ConfirmLayoutFailure =
  | Forbidden
  | UnknownImport
  | LayoutFault
  | LayoutNameTaken
  | { kind: 'import-not-waiting-for-layout'; state: ImportState }
  | { kind: 'changed-meanwhile'; yours: { version: number }; current: ImportView };

// Somebody who sees what his layout made of the file, or that it made nothing of it, may say it anew.
const waiting = ['needs-layout', 'checked', 'refused'] as const satisfies readonly ImportState[];

const isAsConfirmed = (it: KeptImport, layout: Layout): boolean =>
  (it.state === 'uploaded' || it.state === 'checking' || it.state === 'checked') && it.layout !== null && sameLayout(it.layout.definition, layout);

const judge = (it: KeptImport, version: number): ConfirmLayoutFailure | null => {
  if (!(waiting as readonly ImportState[]).includes(it.state)) return { kind: 'import-not-waiting-for-layout', state: it.state };
  return it.version === version ? null : { kind: 'changed-meanwhile', yours: { version }, current: viewOf(it) };
};

class NameTaken extends Error {}

/**
 * Says how the file of an import is read, and has it checked so; under `saveAs` the layout is kept for later files with the same headings.
 * `version` names the import that was seen; said again it answers how far the check is.
 */
export const confirmLayout = async (ctx: Ctx, { id, version, layout, saveAs = null }: { id: string; version: number; layout: Layout; saveAs?: string | null | undefined }): Promise<Result<ImportView, ConfirmLayoutFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const fault = faultOfLayout(layout);
  if (fault) return fail(fault);
  if (kept.value.version !== version && isAsConfirmed(kept.value, layout)) return ok(viewOf(kept.value));
  const refusal = judge(kept.value, version);
  if (refusal) return fail(refusal);
  const done = await ctx
    .write(async (tx, record) => {
      if (!(await moveImport(tx, id, { from: waiting, to: 'uploaded', version, at: ctx.now().toISOString(), failure: null, layout: { how: 'given', name: saveAs, definition: layout } }))) return false;
      await queue(tx, { kind: 'import.check', payload: { import: id } });
      await record({ act: 'import.layout-confirmed', subject: { kind: 'import', id }, after: { fingerprint: layoutPrint(layout), savedAs: saveAs } });
      if (saveAs !== null && !(await keepLayout(ctx, tx, record, { name: saveAs, definition: layout }))) throw new NameTaken();
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof NameTaken) return 'taken' as const;
      throw error;
    });
  if (done === 'taken') return fail({ kind: 'layout-name-taken', name: saveAs! });
  const now = await keptImport(ctx, id);
  if (!now.ok) return now;
  return done ? ok(viewOf(now.value)) : fail({ kind: 'changed-meanwhile', yours: { version }, current: viewOf(now.value) });
};
