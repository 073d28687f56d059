import { cancelImportRoute, commitImportRoute, confirmImportLayoutRoute, getImportLayoutRoute, getImportRoute, importColumnsRoute, importTemplateRoute, listImportChangesRoute, listImportMendsRoute, listImportRefusalsRoute, listImportsRoute, startImportRoute, watchImportRoute } from '@saubac/contract/imports';
import type { Ctx } from '@saubac/services/context';
import { cancelImport, commitImport, confirmLayout, getImport, getImportLayout, listFindings, listImports, startImport, watchImport } from '@saubac/services/imports';
import { rosterColumns, rosterTemplateFor } from '@saubac/services/roster';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { countUpload, etagOf, once, readCursor, refuse, sendEvents, sendFile, type ServerEvent, uploadOf, versionOf, writeCursor } from '../answers/index.ts';
import { raw, tenantRoutes } from './frame.ts';
import { shown, shownMend, shownRefusal } from './imports-shown.ts';

const idCursor = z.strictObject({ id: z.guid() });
const positionCursor = z.strictObject({ position: z.int().min(0).max(2_000_000_000) });

const pageAfter = (after: string | undefined) => readCursor(positionCursor, after);
const nextOf = (position: number | null): string | null => writeCursor(position === null ? null : { position });

async function* eventsOf(ctx: Ctx, id: string, after: string | undefined, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const watched = await watchImport(ctx, id, { after, signal });
  if (!watched.ok) return;
  for await (const it of watched.value) yield it && { id: it.id, event: it.last ? 'end' : 'import', data: shown(it.import) };
}

export const importRoutes = tenantRoutes((app) => {
  app.openapi(startImportRoute, async (c) => {
    const { skipRefused, ...order } = c.req.valid('query');
    const name = c.req.valid('header')['x-file-name'];
    const counted = await countUpload(c);
    if (!counted.ok) return refuse(c, counted.failure);
    const asked = { ...order, skipRefused: skipRefused === 'true' };
    const started = await once(c, { ...asked, name, bytes: c.req.header('content-length') }, (ctx) => startImport(ctx, c.var.installation.files, { ...asked, upload: uploadOf(c, name) }));
    return started.ok ? c.answer(shown(started.value), 201, { etag: etagOf(started.value.version) }) : refuse(c, started.failure);
  });
  app.openapi(importColumnsRoute, (c) => {
    const sheets = rosterColumns(c.var.ctx);
    return sheets.ok ? c.answer({ items: sheets.value.map((it) => ({ ...it, columns: it.columns.map(({ hint, ...column }) => ({ ...column, hint: { vi: hint.vi, en: hint.en ?? hint.vi } })) })) }, 200) : refuse(c, sheets.failure);
  });
  app.openapi(importTemplateRoute, async (c) => {
    const made = await rosterTemplateFor(c.var.ctx, c.var.locale);
    if (!made.ok) return refuse(c, made.failure);
    return raw(sendFile(c, { name: 'mau-nhap-nhan-su.xlsx', mediaType: 'application/octet-stream', size: made.value.byteLength, content: Readable.from([made.value]) }));
  });
  app.openapi(listImportsRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(idCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listImports(c.var.ctx, { after: place.value?.id ?? null, limit });
    if (!page.ok) return refuse(c, page.failure);
    return c.answer({ items: page.value.imports.map(shown), next: writeCursor(page.value.next === null ? null : { id: page.value.next }) }, 200);
  });
  app.openapi(getImportRoute, async (c) => {
    const found = await getImport(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(shown(found.value), 200, { etag: etagOf(found.value.version) }) : refuse(c, found.failure);
  });
  app.openapi(commitImportRoute, async (c) => {
    const agreed = await commitImport(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']) });
    if (agreed.ok) return c.answer(shown(agreed.value), 202, { etag: etagOf(agreed.value.version) });
    return refuse(c, agreed.failure.kind === 'changed-meanwhile' ? { ...agreed.failure, current: shown(agreed.failure.current) } : agreed.failure);
  });
  app.openapi(cancelImportRoute, async (c) => {
    const cancelled = await cancelImport(c.var.ctx, c.req.valid('param').id);
    return cancelled.ok ? c.answer(shown(cancelled.value), 200, { etag: etagOf(cancelled.value.version) }) : refuse(c, cancelled.failure);
  });
  app.openapi(listImportChangesRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = pageAfter(after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listFindings(c.var.ctx, { id: c.req.valid('param').id, list: 'changes', after: place.value?.position ?? null, limit });
    // What was found before units were told has none.
    return page.ok ? c.answer({ items: page.value.items.map((it) => ({ ...it, unit: it.unit ?? null })), next: nextOf(page.value.next) }, 200) : refuse(c, page.failure);
  });
  app.openapi(listImportRefusalsRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = pageAfter(after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listFindings(c.var.ctx, { id: c.req.valid('param').id, list: 'refusals', after: place.value?.position ?? null, limit });
    return page.ok ? c.answer({ items: page.value.items.map(shownRefusal), next: nextOf(page.value.next) }, 200) : refuse(c, page.failure);
  });
  app.openapi(getImportLayoutRoute, async (c) => {
    const found = await getImportLayout(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer({ ...found.value, import: shown(found.value.import) }, 200, { etag: etagOf(found.value.import.version) }) : refuse(c, found.failure);
  });
  app.openapi(confirmImportLayoutRoute, async (c) => {
    const { layout, saveAs } = c.req.valid('json');
    const confirmed = await confirmLayout(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), layout, saveAs });
    if (confirmed.ok) return c.answer(shown(confirmed.value), 202, { etag: etagOf(confirmed.value.version) });
    return refuse(c, confirmed.failure.kind === 'changed-meanwhile' ? { ...confirmed.failure, current: shown(confirmed.failure.current) } : confirmed.failure);
  });
  app.openapi(listImportMendsRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = pageAfter(after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listFindings(c.var.ctx, { id: c.req.valid('param').id, list: 'mends', after: place.value?.position ?? null, limit });
    return page.ok ? c.answer({ items: page.value.items.map(shownMend), next: nextOf(page.value.next) }, 200) : refuse(c, page.failure);
  });
  app.openapi(watchImportRoute, async (c) => {
    const { id } = c.req.valid('param');
    const after = c.req.valid('header')['last-event-id'];
    const found = await getImport(c.var.ctx, id);
    if (!found.ok) return refuse(c, found.failure);
    return raw(sendEvents(c, (ctx, signal) => eventsOf(ctx, id, after, signal)));
  });
});
