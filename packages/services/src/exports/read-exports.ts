import type { Readable } from 'node:stream';
import { digestOf, isToken, newToken } from '@saubac/auth/tokens';
import { coversExport, exportById, exportLink, exportPage, fileById, insertExportLink, type StoredExport } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import type { ExportFormat, ExportOrder, ExportState } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { FileStore } from '../files/index.ts';
import { permissionFor } from './permission-for.ts';
import type { WriteFailure } from './writing.ts';

export type ExportProblem = WriteFailure;
export type KeptExport = StoredExport<ExportProblem>;
export type UnknownExport = { kind: 'unknown-export'; export: string };

/** An export as its orderer sees it. `expired`: it was ready, and its file can be had no more. */
export type ExportView = {
  id: string;
  order: ExportOrder;
  format: ExportFormat;
  state: ExportState;
  progress: { rows: number };
  failure: ExportProblem | null;
  expired: boolean;
  expiresAt: string | null;
  version: number;
  createdAt: string;
  endedAt: string | null;
};

/** What of a kept export is shown. */
export const viewOf = (it: KeptExport): ExportView => ({
  id: it.id, order: it.order, format: it.format, state: it.state, progress: { rows: it.rows }, failure: it.failure, expired: it.expired, expiresAt: it.expiresAt,
  version: it.version, createdAt: it.createdAt, endedAt: it.endedAt,
});

/** An export that the caller ordered himself; those of others are as unknown as what does not exist. */
export const ownExport = async (ctx: Ctx, id: string): Promise<Result<KeptExport, UnknownExport>> => {
  const kept = await exportById<ExportProblem>(ctx.db, id, ctx.now().toISOString());
  return kept && kept.requestedBy === ctx.actor.id ? ok(kept) : fail({ kind: 'unknown-export', export: id });
};

/** A link to a file is good for so long; a page that is looked at gets a new one. */
const linkMs = 600_000;

const isReady = ({ state, expired }: KeptExport): boolean => state === 'ready' && !expired;

/** An export as it stands. Once it is ready, with the secret of a link that its orderer alone can follow, for ten minutes. */
export const getExport = async (ctx: Ctx, id: string): Promise<Result<ExportView & { download: { token: string; expiresAt: string } | null }, UnknownExport>> => {
  const kept = await ownExport(ctx, id);
  if (!kept.ok) return kept;
  if (!isReady(kept.value)) return ok({ ...viewOf(kept.value), download: null });
  const token = newToken();
  const until = new Date(ctx.now().getTime() + linkMs).toISOString();
  const expiresAt = until < kept.value.expiresAt! ? until : kept.value.expiresAt!;
  await insertExportLink(ctx.db, id, digestOf(token), expiresAt);
  return ok({ ...viewOf(kept.value), download: { token, expiresAt } });
};

/** The caller's own exports, the newest first; `next` is where the following page begins, null on the last one. */
export const listExports = async (ctx: Ctx, { after = null, limit = 50 }: { after?: string | null; limit?: number }): Promise<{ exports: ExportView[]; next: string | null }> => {
  const rows = await exportPage<ExportProblem>(ctx.db, ctx.actor.id, { now: ctx.now().toISOString(), before: after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return { exports: shown.map(viewOf), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
};

export type DownloadFailure = Forbidden | UnknownExport | { kind: 'export-expired' };
export type Download = { name: string; mediaType: string; size: number; content: Readable };

/**
 * Opens the file of an export by the secret of its link. Only its orderer may, and only while he may still see all that it tells of; each
 * download is recorded.
 */
export const downloadExport = async (ctx: Ctx, store: FileStore, { id, token }: { id: string; token: string }): Promise<Result<Download, DownloadFailure>> => {
  const kept = await ownExport(ctx, id);
  if (!kept.ok) return kept;
  const permission = permissionFor(ctx.registry, kept.value.order);
  const scope = permit(ctx, permission);
  if (!scope.ok) return scope;
  const link = isToken(token) ? await exportLink(ctx.db, id, digestOf(token), ctx.now().toISOString()) : undefined;
  if (!link) return fail({ kind: 'unknown-export', export: id });
  if (link.expired || !isReady(kept.value)) return fail({ kind: 'export-expired' });
  if (!(await coversExport(ctx.db, scope.value, id, ctx.today))) return fail({ kind: 'forbidden', permission });
  const file = await fileById(ctx.db, kept.value.file!);
  if (!file) return fail({ kind: 'export-expired' });
  const content = await store.read(ctx.tenant.id, file.id);
  await ctx.write((_, record) => record({ act: 'export.downloaded', subject: { kind: 'export', id }, after: { file: file.id, sha256: file.sha256 } }));
  return ok({ name: file.originalName, mediaType: file.mediaType, size: file.size, content });
};
