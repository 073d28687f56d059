import { type FindingList, findingPage, importById, importPage } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { ShownChange, ShownMend, ShownRefusal } from '../roster/index.ts';
import { type ImportProblem, type ImportSummary, type ImportView, type KeptImport, viewOf } from './import-view.ts';

export type UnknownImport = { kind: 'unknown-import'; import: string };

/** An import whose units the caller may all import for; what others imported is as unknown as what does not exist. */
export const keptImport = async (ctx: Ctx, id: string): Promise<Result<KeptImport, Forbidden | UnknownImport>> => {
  const scope = permit(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const kept = await importById<ImportSummary, ImportProblem>(ctx.db, scope.value, id, ctx.today);
  return kept ? ok(kept) : fail({ kind: 'unknown-import', import: id });
};

/** An import as it stands. */
export const getImport = async (ctx: Ctx, id: string): Promise<Result<ImportView, Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  return kept.ok ? ok(viewOf(kept.value)) : kept;
};

/** Imports the caller may see, the newest first; `next` is where the following page begins, null on the last one. */
export const listImports = async (ctx: Ctx, { after = null, limit = 50 }: { after?: string | null; limit?: number }): Promise<Result<{ imports: ImportView[]; next: string | null }, Forbidden>> => {
  const scope = permit(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const rows = await importPage<ImportSummary, ImportProblem>(ctx.db, scope.value, { on: ctx.today, before: after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return ok({ imports: shown.map(viewOf), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null });
};

type Finding = { changes: ShownChange; refusals: ShownRefusal; mends: ShownMend };
export type FindingsPage<List extends FindingList> = { items: Finding[List][]; next: number | null };

/** The changes, refusals or mended cells that the last check of an import found, in the order of the workbook, a page at a time. */
export const listFindings = async <List extends FindingList>(
  ctx: Ctx,
  { id, list, after = 0, limit = 50 }: { id: string; list: List; after?: number | null; limit?: number },
): Promise<Result<FindingsPage<List>, Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const rows = await findingPage<Finding[List]>(ctx.db, id, { list, after: after ?? 0, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return ok({ items: shown.map(({ finding }) => finding), next: rows.length > limit ? (shown.at(-1)?.position ?? null) : null });
};
