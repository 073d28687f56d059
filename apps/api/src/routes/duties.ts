import {
  addDutyFileRoute, addDutySessionRoute, downloadDutyFileRoute, dutiesBoardRoute, getDutyRoute, listBodiesRoute, listDutiesRoute, listReachedRoute, makeDutiesRoute, nameUnitsRoute, reachOfYearRoute, removeDutyFileRoute,
  removeDutySessionRoute, saveDutyReportRoute, sessionsOfYearRoute,
} from '@saubac/contract/duties';
import type { UnitId } from '@saubac/domain/values';
import {
  addDutyFile, addDutySession, dutiesBoard, getDuty, listBodies, listDuties, listReached, makeDuties, nameUnits, openDutyFile, reachOfYear, removeDutyFile, removeDutySession, saveDutyReport, sessionsOfYear,
} from '@saubac/services/duties';
import { z } from 'zod';
import { countUpload, etagOf, once, readCursor, refuse, sendFile, uploadOf, versionOf, writeCursor } from '../answers/index.ts';
import { raw, tenantRoutes } from './frame.ts';

const place = z.strictObject({ after: z.int().min(0).max(1_000_000) });
const cursor = (next: number | null): string | null => writeCursor(next === null ? null : { after: next });
type Filter = { unit?: string | undefined; late?: 'true' | 'false' | undefined };
const asked = <It extends Filter>({ unit, late, ...it }: It) => ({ ...it, unit: unit as UnitId | undefined, late: late === 'true' });

export const dutyRoutes = tenantRoutes((app) => {
  app.openapi(listDutiesRoute, async (c) => {
    const { after, limit, ...filter } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listDuties(c.var.ctx, { ...asked(filter), after: from.value?.after ?? 0, limit });
    return page.ok ? c.answer({ items: page.value.duties, next: cursor(page.value.next) }, 200) : refuse(c, page.failure);
  });
  app.openapi(dutiesBoardRoute, async (c) => {
    const board = await dutiesBoard(c.var.ctx, asked(c.req.valid('query')));
    return board.ok ? c.answer(board.value, 200) : refuse(c, board.failure);
  });
  app.openapi(makeDutiesRoute, async (c) => {
    const input = c.req.valid('json');
    const made = await makeDuties(c.var.ctx, input);
    return made.ok ? c.answer(made.value, 200) : refuse(c, made.failure);
  });
  app.openapi(reachOfYearRoute, async (c) => {
    const reach = await reachOfYear(c.var.ctx, asked(c.req.valid('query')));
    return reach.ok ? c.answer({ items: reach.value.duties, total: reach.value.total }, 200) : refuse(c, reach.failure);
  });
  app.openapi(sessionsOfYearRoute, async (c) => {
    const { after, limit, ...filter } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await sessionsOfYear(c.var.ctx, { ...asked(filter), after: from.value?.after ?? 0, limit });
    return page.ok ? c.answer({ items: page.value.sessions, next: cursor(page.value.next) }, 200) : refuse(c, page.failure);
  });
  app.openapi(listBodiesRoute, async (c) => {
    const bodies = await listBodies(c.var.ctx);
    return bodies.ok ? c.answer({ items: bodies.value }, 200) : refuse(c, bodies.failure);
  });
  app.openapi(nameUnitsRoute, async (c) => {
    const { units, ...body } = c.req.valid('json');
    const named = await nameUnits(c.var.ctx, { ...body, units: units as UnitId[] });
    return named.ok ? raw(c.body(null, 204)) : refuse(c, named.failure);
  });
  app.openapi(getDutyRoute, async (c) => {
    const found = await getDuty(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(found.value, 200, { etag: etagOf(found.value.version, found.value) }) : refuse(c, found.failure);
  });
  app.openapi(saveDutyReportRoute, async (c) => {
    const saved = await saveDutyReport(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), report: c.req.valid('json') });
    return saved.ok ? c.answer(saved.value, 200, { etag: etagOf(saved.value.version) }) : refuse(c, saved.failure);
  });
  app.openapi(addDutyFileRoute, async (c) => {
    const duty = c.req.valid('param').id;
    const counted = await countUpload(c);
    if (!counted.ok) return refuse(c, counted.failure);
    const name = c.req.valid('header')['x-file-name'];
    const added = await once(c, { duty, name, bytes: c.req.header('content-length') }, (ctx) => addDutyFile(ctx, c.var.installation.files, { duty, upload: uploadOf(c, name) }));
    return added.ok ? c.answer(added.value, 201) : refuse(c, added.failure);
  });
  app.openapi(downloadDutyFileRoute, async (c) => {
    const { id: duty, file } = c.req.valid('param');
    const opened = await openDutyFile(c.var.ctx, c.var.installation.files, { duty, file });
    return opened.ok ? sendFile(c, { ...opened.value.file, content: opened.value.content }) : refuse(c, opened.failure);
  });
  app.openapi(removeDutyFileRoute, async (c) => {
    const { id: duty, file } = c.req.valid('param');
    const removed = await removeDutyFile(c.var.ctx, { duty, file });
    return removed.ok ? raw(c.body(null, 204)) : refuse(c, removed.failure);
  });
  app.openapi(addDutySessionRoute, async (c) => {
    const duty = c.req.valid('param').id;
    const session = c.req.valid('json');
    const added = await once(c, { duty, session }, (ctx) => addDutySession(ctx, { duty, session }));
    return added.ok ? c.answer(added.value, 201) : refuse(c, added.failure);
  });
  app.openapi(removeDutySessionRoute, async (c) => {
    const { id: duty, session } = c.req.valid('param');
    const removed = await removeDutySession(c.var.ctx, { duty, session });
    return removed.ok ? raw(c.body(null, 204)) : refuse(c, removed.failure);
  });
  app.openapi(listReachedRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listReached(c.var.ctx, c.req.valid('param').id, { after: from.value?.after ?? 0, limit });
    return page.ok ? c.answer({ items: page.value.people, next: cursor(page.value.next) }, 200) : refuse(c, page.failure);
  });
});
