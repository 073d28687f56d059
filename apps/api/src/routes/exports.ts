import { cancelExportRoute, downloadExportRoute, getExportRoute, listExportsRoute, orderExportRoute } from '@saubac/contract/exports';
import { cancelExport, downloadExport, type ExportView, getExport, listExports, orderExport } from '@saubac/services/exports';
import { z } from 'zod';
import { inBoth, once, readCursor, refuse, sendFile, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const idCursor = z.strictObject({ id: z.guid() });

/** An export in the form of the contract. */
const shown = ({ failure, ...it }: ExportView) => ({ ...it, failure: failure === null ? null : { code: failure.kind, text: inBoth((words) => words.refusal(failure)) } });

export const exportRoutes = tenantRoutes((app) => {
  app.openapi(orderExportRoute, async (c) => {
    const input = c.req.valid('json');
    const { format, ...order } = input;
    const ordered = await once(c, input, (ctx) => orderExport(ctx, { order, format, locale: c.var.locale }));
    return ordered.ok ? c.answer(shown(ordered.value), 201) : refuse(c, ordered.failure);
  });
  app.openapi(listExportsRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(idCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const { exports, next } = await listExports(c.var.ctx, { after: place.value?.id ?? null, limit });
    return c.answer({ items: exports.map(shown), next: writeCursor(next === null ? null : { id: next }) }, 200);
  });
  app.openapi(getExportRoute, async (c) => {
    const found = await getExport(c.var.ctx, c.req.valid('param').id);
    if (!found.ok) return refuse(c, found.failure);
    const { download, ...it } = found.value;
    const link = download && { href: `/api/t/${c.var.tenant.slug}/exports/${it.id}/file?token=${download.token}`, expiresAt: download.expiresAt };
    // The link is good for minutes and for one: no copy of this answer is to be kept.
    return c.answer({ ...shown(it), download: link }, 200, { 'cache-control': 'private, no-store' });
  });
  app.openapi(cancelExportRoute, async (c) => {
    const cancelled = await cancelExport(c.var.ctx, c.req.valid('param').id);
    return cancelled.ok ? c.answer(shown(cancelled.value), 200) : refuse(c, cancelled.failure);
  });
  app.openapi(downloadExportRoute, async (c) => {
    const opened = await downloadExport(c.var.ctx, c.var.installation.files, { id: c.req.valid('param').id, token: c.req.valid('query').token });
    return opened.ok ? sendFile(c, opened.value) : refuse(c, opened.failure);
  });
});
