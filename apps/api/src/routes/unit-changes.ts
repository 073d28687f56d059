import type { Fault } from '@saubac/contract/problems';
import {
  cancelUnitChangeRoute, commitUnitChangeRoute, dropUnitChangeRoute, getUnitChangeRoute, listUnitChangeFindingsRoute, listUnitChangeMovesRoute, listUnitChangesRoute, prepareUnitChangeFileRoute, prepareUnitChangeRoute, previewUnitChangeRoute, rewriteUnitChangeRoute,
  sendUnitChangeBackRoute, unitChangeTemplateRoute, withdrawUnitChangeRoute,
} from '@saubac/contract/unit-changes';
import type { ChangeRefusal, PersonMove, SheetRefusal, UnitOperation } from '@saubac/domain/unit-changes';
import type { IsoDate } from '@saubac/domain/values';
import {
  cancelUnitChange, changeRefusalInWords, commitUnitChange, dropUnitChange, getUnitChange, type ListedFinding, listChangeFindings, listChangeMoves, listUnitChanges, prepareFromUpload, prepareUnitChange, previewUnitChange, rewriteChange, sendUnitChangeBack,
  type UnitChangeInput, type UnitChangeView, unitChangeTemplate, type UploadedFailure, withdrawUnitChange,
} from '@saubac/services/unit-changes';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { countUpload, etagOf, inBoth, once, readCursor, refuse, sendFile, uploadOf, versionOf, writeCursor } from '../answers/index.ts';
import { raw, tenantRoutes } from './frame.ts';

const idCursor = z.strictObject({ id: z.guid() });
const positionCursor = z.strictObject({ position: z.int().min(0).max(2_000_000_000) });

/** A change in the form of the contract. */
const shown = ({ failure, operations, ...it }: UnitChangeView) => ({
  ...it,
  operations: operations.map((operation): Record<string, unknown> => ({ ...operation })),
  failure: failure === null ? null : { code: failure.kind, text: inBoth((words) => words.refusal(failure)) },
});

const etag = ({ version }: UnitChangeView) => ({ etag: etagOf(version) });

const textOf = (it: SheetRefusal) => inBoth((words) => changeRefusalInWords(it, words));

const faultsOfRows = (refusals: readonly SheetRefusal[]): Fault[] => refusals.slice(0, 200).map((it) => ({ row: it.row, column: it.column, code: it.kind, text: textOf(it) }));

const faultsOfFile = (failure: UploadedFailure): Fault[] | undefined => {
  if (failure.kind === 'unit-change-rows-refused') return faultsOfRows(failure.refusals);
  if (failure.kind !== 'unit-change-file-refused') return undefined;
  return [{ field: 'body', code: failure.refusal.kind, text: inBoth((words) => words.refusal(failure.refusal)) }];
};

type Stated = { on: IsoDate; title: string; decision: { number: string; date: IsoDate } | null; why: string | null; operations: readonly ({ on?: IsoDate | undefined } & object)[]; moves: readonly ({ on?: IsoDate | undefined } & object)[] };

// Whoever sends JSON counts its items from one, as rows of a sheet are counted.
const inputOf = ({ operations, moves, on, ...it }: Stated): UnitChangeInput => ({
  ...it, on,
  operations: operations.map((operation, i) => ({ ...operation, row: i + 1, on: operation.on ?? on }) as UnitOperation),
  moves: moves.map((move, i) => ({ ...move, row: i + 1, on: move.on ?? on }) as PersonMove),
});

const shownFinding = (it: object): Record<string, unknown> => ('list' in it && 'row' in it ? { ...it, text: textOf(it as ChangeRefusal) } : { ...(it as ListedFinding<'units'>) });

export const unitChangeRoutes = tenantRoutes((app) => {
  app.openapi(listUnitChangesRoute, async (c) => {
    const { after, limit, state } = c.req.valid('query');
    const place = readCursor(idCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listUnitChanges(c.var.ctx, { state, after: place.value?.id, limit });
    if (!page.ok) return refuse(c, page.failure);
    return c.answer({ items: page.value.changes.map(shown), next: writeCursor(page.value.next === null ? null : { id: page.value.next }) }, 200);
  });
  app.openapi(prepareUnitChangeRoute, async (c) => {
    const input = c.req.valid('json');
    const prepared = await once(c, input, (ctx) => prepareUnitChange(ctx, inputOf(input)));
    return prepared.ok ? c.answer(shown(prepared.value), 201, etag(prepared.value)) : refuse(c, prepared.failure);
  });
  app.openapi(prepareUnitChangeFileRoute, async (c) => {
    const said = c.req.valid('query');
    const name = c.req.valid('header')['x-file-name'];
    const counted = await countUpload(c);
    if (!counted.ok) return refuse(c, counted.failure);
    const prepared = await once(c, { ...said, name, bytes: c.req.header('content-length') }, (ctx) => prepareFromUpload(ctx, c.var.installation.files, uploadOf(c, name), said));
    if (prepared.ok) return c.answer(shown(prepared.value), 201, etag(prepared.value));
    return prepared.failure.kind === 'idempotency-key-reused' ? refuse(c, prepared.failure) : refuse(c, prepared.failure, faultsOfFile(prepared.failure));
  });
  app.openapi(unitChangeTemplateRoute, async (c) => {
    const made = await unitChangeTemplate(c.var.ctx, c.var.locale);
    if (!made.ok) return refuse(c, made.failure);
    return raw(sendFile(c, { name: 'sap-xep-don-vi.xlsx', mediaType: 'application/octet-stream', size: made.value.byteLength, content: Readable.from([made.value]) }));
  });
  app.openapi(getUnitChangeRoute, async (c) => {
    const found = await getUnitChange(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(shown(found.value), 200, etag(found.value)) : refuse(c, found.failure);
  });
  app.openapi(rewriteUnitChangeRoute, async (c) => {
    const rewritten = await rewriteChange(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...inputOf(c.req.valid('json')) });
    if (rewritten.ok) return c.answer(shown(rewritten.value), 200, etag(rewritten.value));
    return refuse(c, withShown(rewritten.failure));
  });
  app.openapi(dropUnitChangeRoute, async (c) => {
    const dropped = await dropUnitChange(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']) });
    return dropped.ok ? c.answer(shown(dropped.value), 200, etag(dropped.value)) : refuse(c, withShown(dropped.failure));
  });
  app.openapi(previewUnitChangeRoute, async (c) => {
    const previewed = await previewUnitChange(c.var.ctx, c.req.valid('param').id, 'later');
    return previewed.ok ? c.answer(shown(previewed.value), 200, etag(previewed.value)) : refuse(c, previewed.failure);
  });
  app.openapi(commitUnitChangeRoute, async (c) => {
    const committed = await commitUnitChange(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']) }, 'later');
    return committed.ok ? c.answer(shown(committed.value), 200, etag(committed.value)) : refuse(c, withShown(committed.failure));
  });
  app.openapi(cancelUnitChangeRoute, async (c) => {
    const cancelled = await cancelUnitChange(c.var.ctx, c.req.valid('param').id);
    return cancelled.ok ? c.answer(shown(cancelled.value), 200, etag(cancelled.value)) : refuse(c, cancelled.failure);
  });
  app.openapi(withdrawUnitChangeRoute, async (c) => {
    const withdrawn = await withdrawUnitChange(c.var.ctx, { id: c.req.valid('param').id, ...c.req.valid('json') });
    if (withdrawn.ok) return c.answer(shown(withdrawn.value), 200, etag(withdrawn.value));
    const { failure } = withdrawn;
    return refuse(c, failure, failure.kind === 'unit-change-built-upon' ? failure.dependents.slice(0, 200).map(({ kind, id, unit }) => ({ field: id, code: kind, text: inBoth(() => unit ?? kind) })) : undefined);
  });
  app.openapi(sendUnitChangeBackRoute, async (c) => {
    const sent = await sendUnitChangeBack(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...c.req.valid('json') });
    return sent.ok ? c.answer(shown(sent.value), 200, etag(sent.value)) : refuse(c, withShown(sent.failure));
  });
  app.openapi(listUnitChangeMovesRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(positionCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listChangeMoves(c.var.ctx, { id: c.req.valid('param').id, after: place.value?.position, limit });
    if (!page.ok) return refuse(c, page.failure);
    return c.answer({ items: page.value.items, next: writeCursor(page.value.next === null ? null : { position: page.value.next }) }, 200);
  });
  app.openapi(listUnitChangeFindingsRoute, async (c) => {
    const { after, limit, list } = c.req.valid('query');
    const place = readCursor(positionCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listChangeFindings(c.var.ctx, { id: c.req.valid('param').id, list, after: place.value?.position, limit });
    if (!page.ok) return refuse(c, page.failure);
    return c.answer({ items: page.value.items.map(shownFinding), next: writeCursor(page.value.next === null ? null : { position: page.value.next }) }, 200);
  });
});

const withShown = <F extends { kind: string }>(failure: F): F => (failure.kind === 'changed-meanwhile' && 'current' in failure ? { ...failure, current: shown(failure.current as UnitChangeView) } : failure);
