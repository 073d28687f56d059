import {
  approveCloseRoute, cancelCloseRoute, changedPeopleRoute, closeByUnitRoute, closeFiguresRoute, compareClosesRoute, explainInCloseRoute, getCloseRoute, listClosesRoute, peopleBehindCloseRoute, previewCloseRoute,
  sendBackCloseRoute, startCloseRoute, targetTrendRoute,
} from '@saubac/contract/closes';
import type { FactDefinitions } from '@saubac/domain/rules';
import type { Locale, PersonId } from '@saubac/domain/values';
import {
  approveClose, cancelClose, causesInWords, type ChangedPerson, changedPeople, closeFigures, closeFiguresByUnit, type CloseView, compareCloses, explainInClose, explanationThenInWords, getClose, listCloses, peopleBehindClose, type PersonThen,
  previewClose, reasonThenInWords, sendBackClose, startClose, targetTrend,
} from '@saubac/services/closes';
import { factDefinitions, type PlanProgress } from '@saubac/services/targets';
import { z } from 'zod';
import { etagOf, inBoth, once, readCursor, refuse, versionOf, words, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const idCursor = z.strictObject({ id: z.guid() });
const placeCursor = z.strictObject({ key: z.string().max(400).regex(/^[^\0]*$/), id: z.guid() });

/** A close in the form of the contract. */
const shown = ({ failure, ...it }: CloseView) => ({ ...it, failure: failure === null ? null : { code: failure.kind, text: inBoth((words) => words.refusal(failure)) } });

const told = (it: PlanProgress, locale: Locale) => ({ ...it, statusText: words[locale].t(`targets.status-${it.status}`) });
const personShown = (it: PersonThen, definitions: FactDefinitions, locale: Locale) => ({ ...it, sentence: reasonThenInWords(it.reason, definitions, words[locale]) });
const changedShown = (it: ChangedPerson, definitions: FactDefinitions, locale: Locale) => ({ ...it, sentence: causesInWords(it.causes, definitions, words[locale]) });

export const closeRoutes = tenantRoutes((app) => {
  app.openapi(previewCloseRoute, async (c) => {
    const found = await previewClose(c.var.ctx, c.req.valid('query'));
    if (!found.ok) return refuse(c, found.failure);
    const { standing, targets, ...it } = found.value;
    return c.answer({ ...it, targets: targets.map((one) => told(one, c.var.locale)), standing: standing && shown(standing) }, 200);
  });
  app.openapi(startCloseRoute, async (c) => {
    const input = c.req.valid('json');
    const started = await once(c, input, (ctx) => startClose(ctx, input));
    return started.ok ? c.answer(shown(started.value), 201, { etag: etagOf(started.value.version) }) : refuse(c, started.failure);
  });
  app.openapi(listClosesRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(idCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listCloses(c.var.ctx, { after: place.value?.id ?? null, limit });
    if (!page.ok) return refuse(c, page.failure);
    return c.answer({ items: page.value.closes.map(shown), next: writeCursor(page.value.next === null ? null : { id: page.value.next }) }, 200);
  });
  app.openapi(getCloseRoute, async (c) => {
    const found = await getClose(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(shown(found.value), 200, { etag: etagOf(found.value.version) }) : refuse(c, found.failure);
  });
  app.openapi(approveCloseRoute, async (c) => {
    const approved = await approveClose(c.var.ctx, { close: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']) });
    if (approved.ok) return c.answer(shown(approved.value), 202, { etag: etagOf(approved.value.version) });
    return refuse(c, approved.failure.kind === 'changed-meanwhile' ? { ...approved.failure, current: shown(approved.failure.current) } : approved.failure);
  });
  app.openapi(cancelCloseRoute, async (c) => {
    const cancelled = await cancelClose(c.var.ctx, { close: c.req.valid('param').id, why: c.req.valid('json').why });
    return cancelled.ok ? c.answer(shown(cancelled.value), 200, { etag: etagOf(cancelled.value.version) }) : refuse(c, cancelled.failure);
  });
  app.openapi(sendBackCloseRoute, async (c) => {
    const sent = await sendBackClose(c.var.ctx, { close: c.req.valid('param').id, reason: c.req.valid('json').reason });
    return sent.ok ? c.answer(shown(sent.value), 200, { etag: etagOf(sent.value.version) }) : refuse(c, sent.failure);
  });
  app.openapi(closeFiguresRoute, async (c) => {
    const figures = await closeFigures(c.var.ctx, { close: c.req.valid('param').id, unit: c.req.valid('query').unit });
    if (!figures.ok) return refuse(c, figures.failure);
    const { close, targets, plans } = figures.value;
    return c.answer({ close: shown(close), plans, targets: targets.map((it) => told(it, c.var.locale)) }, 200);
  });
  app.openapi(closeByUnitRoute, async (c) => {
    const { id: close, target } = c.req.valid('param');
    const table = await closeFiguresByUnit(c.var.ctx, { close, target, ...c.req.valid('query') });
    return table.ok ? c.answer(table.value, 200) : refuse(c, table.failure);
  });
  app.openapi(peopleBehindCloseRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { id: close, target } = c.req.valid('param');
    const { after, ...question } = c.req.valid('query');
    const place = readCursor(placeCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await peopleBehindClose(ctx, { close, target, ...question, after: place.value && { key: place.value.key, id: place.value.id as PersonId } });
    if (!page.ok) return refuse(c, page.failure);
    const definitions = factDefinitions(ctx.registry);
    return c.answer({ items: page.value.people.map((it) => personShown(it, definitions, locale)), next: writeCursor(page.value.next) }, 200);
  });
  app.openapi(explainInCloseRoute, async (c) => {
    const { id: close, target, person } = c.req.valid('param');
    const explained = await explainInClose(c.var.ctx, { close, target, person: person as PersonId, ...c.req.valid('query') });
    if (!explained.ok) return refuse(c, explained.failure);
    return c.answer({ ...explained.value, lines: explanationThenInWords(explained.value, factDefinitions(c.var.ctx.registry), words[c.var.locale]) }, 200);
  });
  app.openapi(compareClosesRoute, async (c) => {
    const { id: before, other: after } = c.req.valid('param');
    const compared = await compareCloses(c.var.ctx, { before, after });
    return compared.ok ? c.answer({ ...compared.value, before: shown(compared.value.before), after: shown(compared.value.after) }, 200) : refuse(c, compared.failure);
  });
  app.openapi(changedPeopleRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { id: before, other, target } = c.req.valid('param');
    const { after, limit, kind } = c.req.valid('query');
    const place = readCursor(placeCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await changedPeople(ctx, { before, after: other, target, kinds: kind && [kind], page: { after: place.value && { key: place.value.key, id: place.value.id as PersonId }, limit } });
    if (!page.ok) return refuse(c, page.failure);
    const definitions = factDefinitions(ctx.registry);
    return c.answer({ items: page.value.people.map((it) => changedShown(it, definitions, locale)), next: writeCursor(page.value.next) }, 200);
  });
  app.openapi(targetTrendRoute, async (c) => {
    const found = await targetTrend(c.var.ctx, { target: c.req.valid('param').target, ...c.req.valid('query') });
    return found.ok ? c.answer(found.value, 200) : refuse(c, found.failure);
  });
});
