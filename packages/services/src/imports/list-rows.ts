import { editPage, editsOfRows, refusalKinds, refusalsOfRows, type RefusedValue, refusedValues, rowPage, type StoredEdit } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import type { SheetKey, ShownRefusal } from '../roster/index.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';
import { type ShownRow, shownRow } from './shown-row.ts';

/** A row to be looked at: as it was read, why it is refused (nothing: it is not), and the edits of its own. */
export type RowToLookAt = ShownRow & { refusals: ShownRefusal[]; edits: { id: string; column: string | null }[] };

export type RowQuery = { id: string; sheet?: SheetKey | undefined; kind?: string | undefined; after?: number | null; limit?: number };

/**
 * The rows of an import that somebody has to look at, as the last check read them, in the order of the workbook, a page at a time: those
 * refused, those they are said to contradict, and those that were edited. With a sheet or a kind of refusal only those of it.
 */
export const listImportRows = async (ctx: Ctx, { id, sheet, kind, after = 0, limit = 50 }: RowQuery): Promise<Result<{ rows: RowToLookAt[]; next: number | null }, Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const found = await rowPage(ctx.db, id, { sheet, kind, after: after ?? 0, limit: limit + 1 });
  const page = found.slice(0, limit);
  if (page.length === 0) return ok({ rows: [], next: null });
  const key = (it: { sheet: string; ref: number }): string => `${it.sheet} ${it.ref}`;
  const refusals = Map.groupBy(await refusalsOfRows<ShownRefusal>(ctx.db, id, page), key);
  const edits = Map.groupBy(await editsOfRows(ctx.db, id, page), key);
  const rows = page.map((it) => ({ ...shownRow(it), refusals: refusals.get(key(it)) ?? [], edits: (edits.get(key(it)) ?? []).map(({ id: edit, column }) => ({ id: edit, column })) }));
  return ok({ rows, next: found.length > limit ? (page.at(-1)?.position ?? null) : null });
};

/** How many rows of an import each kind of refusal has, by sheet. */
export const countRefusalKinds = async (ctx: Ctx, id: string): Promise<Result<{ sheet: SheetKey; kind: string; rows: number }[], Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  return kept.ok ? ok(await refusalKinds(ctx.db, id)) : kept;
};

/** The edits of an import in the order in which they were made, a page at a time. */
export const listEdits = async (ctx: Ctx, { id, after = null, limit = 50 }: { id: string; after?: string | null; limit?: number }): Promise<Result<{ edits: StoredEdit[]; next: string | null }, Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const found = await editPage(ctx.db, id, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  return ok({ edits: page, next: found.length > limit ? (page.at(-1)?.id ?? null) : null });
};

export type RefusedValuesPage = { values: RefusedValue<ShownRefusal>[]; next: number | null };

/** The values that an import's check refused, each once with the rows that say it, those in the most rows first; `after` values are passed over. */
export const listRefusedValues = async (ctx: Ctx, { id, kind, after = 0, limit = 50 }: { id: string; kind?: string | undefined; after?: number; limit?: number }): Promise<Result<RefusedValuesPage, Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const found = await refusedValues<ShownRefusal>(ctx.db, id, { kind, skip: after, limit: limit + 1 });
  return ok({ values: found.slice(0, limit), next: found.length > limit ? after + limit : null });
};
