import { auditChoicesRoute, checkAuditRoute, getAuditEntryRoute, lastAuditCheckRoute, listAuditRoute, myReadersRoute, personHistoryRoute, personReadersRoute } from '@saubac/contract/audit';
import { displayNames } from '@saubac/db/accounts';
import type { AuditSubject, KeptCheck } from '@saubac/db/audit';
import type { LocalText, PersonId, UserId } from '@saubac/domain/values';
import { auditChoices, checkAuditNow, getAuditEntry, historyOf, lastAuditCheck, listAudit, ownName, type Readers, whoSaw, whoSawMe } from '@saubac/services/audit';
import type { Context } from 'hono';
import { z } from 'zod';
import { inBoth, readCursor, refuse, writeCursor } from '../answers/index.ts';
import type { TenantEnv } from '../env.ts';
import { labelled, namesIn } from './audit-names.ts';
import { tenantRoutes } from './frame.ts';

const inOwn = (it: LocalText | undefined) => it && { vi: it.vi, en: it.en ?? it.vi };

const position = z.int().positive();
/** A moment in milliseconds: whatever somebody makes up in this range is one. */
const moment = z.int().min(0).max(4_102_444_800_000);
const entryCursor = z.strictObject({ at: moment, position });
const detailCursor = z.strictObject({ id: z.guid() });
const historyCursor = z.strictObject({ position, detail: z.guid().nullable() });
const readsCursor = z.strictObject({ at: moment, id: z.guid() });

/** The name of an act in words: those of its plugin, if it is one of a plugin. */
const actInWords = (c: Context<TenantEnv>, act: string) => inOwn(ownName(c.var.ctx.registry, 'act', act)) ?? inBoth((words) => words.named('acts', act));

/** An act with its name in words. */
const titledIn = (c: Context<TenantEnv>) => <T extends { act: string }>(it: T) => ({ ...it, title: actInWords(c, it.act) });

const kindInWords = (c: Context<TenantEnv>, kind: string) => inOwn(ownName(c.var.ctx.registry, 'subject', kind)) ?? inBoth((words) => words.named('audit', `subject-${kind}`));

/** A subject with its kind in words. */
const toldIn = (c: Context<TenantEnv>) => (subject: AuditSubject) => ({ ...subject, title: kindInWords(c, subject.kind) });

const mostFaults = 100;
const shownCheck = ({ at, faults, ...check }: KeptCheck) => ({ ...check, at: at.toISOString(), faults: faults.slice(0, mostFaults) });

/** A place of a list from its cursor, and back: moments go as numbers. */
const placeOf = <Rest extends object>(place: ({ at: number } & Rest) | null) => (place ? { ...place, at: new Date(place.at).toISOString() } : undefined);
const cursorOf = (place: { at: string } | null | undefined): string | null => writeCursor(place ? { ...place, at: Date.parse(place.at) } : null);

/** Readings with the names that their readers have today. */
const shownReaders = async (c: Context<TenantEnv>, { rows, next }: Readers) => {
  const names = await displayNames(c.var.installation.auth.sql, rows.flatMap((it): UserId[] => (it.reader === null ? [] : [it.reader])));
  const items = rows.map(({ reader, ...rest }) => ({
    ...rest,
    reader: { id: reader, name: reader === null ? null : (names.get(reader) ?? null) },
    title: inBoth((words) => words.named('audit', `read-${rest.what}`)),
  }));
  return { items, next: cursorOf(next) };
};

export const auditRoutes = tenantRoutes((app) => {
  app.openapi(listAuditRoute, async (c) => {
    const { after, limit, total, actor, ...filter } = c.req.valid('query');
    const place = readCursor(entryCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listAudit(c.var.ctx, { ...filter, actor: actor as UserId | undefined, after: placeOf(place.value), limit, total: total === 'true' });
    if (!page.ok) return refuse(c, page.failure);
    const { entries, next, ...counted } = page.value;
    return c.answer({ items: (await labelled(c, entries)).map((it) => ({ ...titledIn(c)(it), subject: toldIn(c)(it.subject) })), next: cursorOf(next), ...counted }, 200);
  });
  app.openapi(getAuditEntryRoute, async (c) => {
    const { after, limit, total } = c.req.valid('query');
    const place = readCursor(detailCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const entry = await getAuditEntry(c.var.ctx, { id: c.req.valid('param').id, details: { after: place.value?.id, limit, total: total === 'true' } });
    if (!entry.ok) return refuse(c, entry.failure);
    const { rows, next, ...counted } = entry.value.details;
    const [shown = entry.value] = await labelled(c, [entry.value]);
    const names = await namesIn(c, [shown, ...rows]);
    return c.answer({ ...titledIn(c)(shown), subject: toldIn(c)(shown.subject), names, details: { items: rows.map(titledIn(c)), next: writeCursor(next === null ? null : { id: next }), ...counted } }, 200);
  });
  app.openapi(personHistoryRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(historyCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const history = await historyOf(c.var.ctx, { person: c.req.valid('param').id as PersonId, after: place.value ?? undefined, limit });
    return history.ok ? c.answer({ items: history.value.rows.map((it) => ({ ...titledIn(c)(it), subject: toldIn(c)(it.subject) })), next: writeCursor(history.value.next ?? null) }, 200) : refuse(c, history.failure);
  });
  app.openapi(personReadersRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(readsCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const readers = await whoSaw(c.var.ctx, { person: c.req.valid('param').id as PersonId, after: placeOf(place.value), limit });
    return readers.ok ? c.answer(await shownReaders(c, readers.value), 200) : refuse(c, readers.failure);
  });
  app.openapi(myReadersRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(readsCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const readers = await whoSawMe(c.var.ctx, { after: placeOf(place.value), limit });
    return readers.ok ? c.answer(await shownReaders(c, readers.value), 200) : refuse(c, readers.failure);
  });
  app.openapi(auditChoicesRoute, async (c) => {
    const choices = await auditChoices(c.var.ctx);
    if (!choices.ok) return refuse(c, choices.failure);
    const { acts, subjectKinds, actors } = choices.value;
    return c.answer({ acts: acts.map((act) => titledIn(c)({ act })), subjectKinds: subjectKinds.map((kind) => ({ kind, title: kindInWords(c, kind) })), actors }, 200);
  });
  app.openapi(lastAuditCheckRoute, async (c) => {
    const last = await lastAuditCheck(c.var.ctx, c.var.installation.auth.sql);
    return last.ok ? c.answer({ check: last.value && shownCheck(last.value) }, 200) : refuse(c, last.failure);
  });
  app.openapi(checkAuditRoute, async (c) => {
    const checked = await checkAuditNow(c.var.ctx, c.var.installation.auth.sql, c.var.tenant);
    return checked.ok ? c.answer(shownCheck(checked.value), 200) : refuse(c, checked.failure);
  });
});
