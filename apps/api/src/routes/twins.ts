import type { Fault } from '@saubac/contract/problems';
import {
  confirmMergeRoute, dismissTwinsRoute, getMergeRoute, listElsewhereRoute, listMergesRoute, listTwinsRoute, previewMergeRoute, proposeMergeRoute, setAcrossProvincesRoute, unmergeRoute, withdrawMergeRoute,
} from '@saubac/contract/twins';
import type { KeptMerge } from '@saubac/db/twins';
import type { MainPostsOverlap } from '@saubac/domain/twins';
import type { PersonId } from '@saubac/domain/values';
import {
  confirmMerge, type Dependency, dismissTwins, getMerge, listElsewhere, listMerges, listTwins, type MergeInput, type MergePreview, previewMerge, proposeMerge, setAcrossProvinces, unmerge, withdrawMerge,
} from '@saubac/services/twins';
import { z } from 'zod';
import { etagOf, inBoth, nameCursor, once, readCursor, refuse, versionOf, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const pairPlace = z.strictObject({ score: z.int().min(0).max(99), one: z.guid(), other: z.guid() });
const place = z.strictObject({ id: z.guid() });

/** What stands in the way, each in a sentence. */
const faultsOfMerge = (failure: { kind: string }): Fault[] | undefined => {
  if (failure.kind === 'main-posts-overlap') return (failure as MainPostsOverlap).overlaps.map(({ from, staying, going }) => ({ code: 'overlap', text: inBoth((say) => say.t('twins.overlap', { from, staying, going })) }));
  if (failure.kind !== 'merge-depended-on') return undefined;
  return (failure as unknown as { dependencies: Dependency[] }).dependencies.map(({ what, ...values }) => ({ code: what, text: inBoth((say) => say.t(`twins.dependency-${what}`, values as never)) }));
};

const shown = ({ digest: _, ...merge }: KeptMerge) => merge;

const shownPreview = ({ digest: _, ...preview }: MergePreview) => preview;

const inputOf = <Sent extends { staying: string; going: string }>(sent: Sent) => sent as Sent & MergeInput;

/** Records that may be of one person, and making them one. */
export const twinRoutes = tenantRoutes((app) => {
  app.openapi(listTwinsRoute, async (c) => {
    const { after, ...asked } = c.req.valid('query');
    const from = readCursor(pairPlace, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listTwins(c.var.ctx, { ...asked, after: from.value });
    return page.ok ? c.answer({ items: page.value.items, next: writeCursor(page.value.next), pairs: page.value.total }, 200) : refuse(c, page.failure);
  });
  app.openapi(listElsewhereRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const from = readCursor(nameCursor, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listElsewhere(c.var.ctx, { after: from.value, limit });
    if (!page.ok) return refuse(c, page.failure);
    return c.answer({ takesPart: page.value.takesPart, items: page.value.items.map(({ nameSort: _, ...it }) => it), next: writeCursor(page.value.next) }, 200);
  });
  app.openapi(setAcrossProvincesRoute, async (c) => {
    const set = await setAcrossProvinces(c.var.ctx, c.req.valid('json'));
    return set.ok ? c.answer(set.value, 200) : refuse(c, set.failure);
  });
  app.openapi(dismissTwinsRoute, async (c) => {
    const input = c.req.valid('json');
    const done = await once(c, input, (ctx) => dismissTwins(ctx, { people: [input.one as PersonId, input.other as PersonId], why: input.why }));
    return done.ok ? c.answer(done.value, 201) : refuse(c, done.failure);
  });
  app.openapi(previewMergeRoute, async (c) => {
    const preview = await previewMerge(c.var.ctx, inputOf(c.req.valid('json')));
    return preview.ok ? c.answer(shownPreview(preview.value), 200) : refuse(c, preview.failure, faultsOfMerge(preview.failure));
  });
  app.openapi(proposeMergeRoute, async (c) => {
    const input = inputOf(c.req.valid('json'));
    const proposed = await once(c, input, (ctx) => proposeMerge(ctx, input));
    if (!proposed.ok) return refuse(c, proposed.failure, faultsOfMerge(proposed.failure));
    return c.answer({ ...proposed.value, preview: shownPreview(proposed.value.preview) }, 201, { etag: etagOf(proposed.value.version) });
  });
  app.openapi(listMergesRoute, async (c) => {
    const { after, ...asked } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listMerges(c.var.ctx, { ...asked, after: from.value?.id ?? null });
    return page.ok ? c.answer({ items: page.value.items.map(shown), next: writeCursor(page.value.next === null ? null : { id: page.value.next }) }, 200) : refuse(c, page.failure);
  });
  app.openapi(getMergeRoute, async (c) => {
    const found = await getMerge(c.var.ctx, { merge: c.req.valid('param').id });
    return found.ok ? c.answer(shown(found.value), 200, { etag: etagOf(found.value.version) }) : refuse(c, found.failure);
  });
  app.openapi(confirmMergeRoute, async (c) => {
    const confirmed = await confirmMerge(c.var.ctx, { merge: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...c.req.valid('json') });
    return confirmed.ok ? c.answer(confirmed.value, 200, { etag: etagOf(confirmed.value.version) }) : refuse(c, confirmed.failure, faultsOfMerge(confirmed.failure));
  });
  app.openapi(withdrawMergeRoute, async (c) => {
    const withdrawn = await withdrawMerge(c.var.ctx, { merge: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...c.req.valid('json') });
    return withdrawn.ok ? c.answer(withdrawn.value, 200, { etag: etagOf(withdrawn.value.version) }) : refuse(c, withdrawn.failure);
  });
  app.openapi(unmergeRoute, async (c) => {
    const undone = await unmerge(c.var.ctx, { merge: c.req.valid('param').id, ...c.req.valid('json') });
    return undone.ok ? c.answer(undone.value, 200, { etag: etagOf(undone.value.version) }) : refuse(c, undone.failure, faultsOfMerge(undone.failure));
  });
});
