import { countImportRefusalsRoute, editImportRoute, listImportEditsRoute, listImportRowsRoute, listImportUndoRoute, listRefusedValuesRoute, previewImportUndoRoute, recheckImportRoute, refusedRowsFileRoute, undoImportRoute, withdrawImportEditsRoute } from '@saubac/contract/imports';
import { countRefusalKinds, type EditedImport, editImportRows, type ImportView, listEdits, listImportRows, listRefusedValues, listUndoOfImport, previewUndoOfImport, recheckImport, type RefusedValuesPage, refusedRowsFile, type RowToLookAt, undoImport, withdrawEdits } from '@saubac/services/imports';
import { reasonAndHint, undoBlockerInWords, undoNoteInWords, type UndoPreview } from '@saubac/services/roster';
import { z } from 'zod';
import { etagOf, inBoth, readCursor, refuse, sendFile, versionOf, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';
import { shown, shownRefusal } from './imports-shown.ts';

const idCursor = z.strictObject({ id: z.guid() });
const positionCursor = z.strictObject({ position: z.int().min(0).max(2_000_000_000) });

const skipCursor = z.strictObject({ skip: z.int().min(0).max(1_000_000) });

const shownEdit = (it: EditedImport['edits'][number]) => ({
  id: it.id, kind: it.kind, sheet: it.sheet, ref: 'ref' in it ? it.ref : null, column: 'column' in it ? it.column : null, match: 'match' in it ? it.match : null, text: 'text' in it ? it.text : null,
  was: it.was, met: it.met, by: it.by, at: it.at,
});

const shownEdited = (it: EditedImport) => ({ import: shown(it.import), edits: it.edits.map(shownEdit) });

const shownRow = ({ refusals, ...it }: RowToLookAt) => ({ ...it, refusals: refusals.map(shownRefusal) });

const shownValue = ({ finding, rows, value }: RefusedValuesPage['values'][number]) => {
  const { sheet, code, column, heading, reason, hint, near } = shownRefusal(finding);
  return { sheet, code, column, heading, value, rows, reason, hint, near };
};

/** What stands there now, where somebody else was quicker, in the form in which it is shown. */
const asShown = <F extends { kind: string }>(failure: F) => (failure.kind === 'changed-meanwhile' && 'current' in failure ? { ...failure, current: shownEdited(failure.current as EditedImport) } : failure);

const shownUndo = ({ import: it, writtenAt, until, subjects, counts, blockers, notes }: UndoPreview & { import: ImportView }) => ({
  import: shown(it), writtenAt, until, subjects,
  counts: counts.map((each) => ({ ...each, text: inBoth((words) => words.named('acts', each.act)) })),
  blockers: blockers.map(({ entry: _, ...each }) => ({ ...each, text: inBoth((words) => undoBlockerInWords({ entry: null, ...each }, words)) })),
  notes: notes.map((each) => ({ ...each, text: inBoth((words) => undoNoteInWords(each, words)) })),
});

/** What an officer does with a checked import: look at rows, correct them, have it checked again; and with a written one: take it back. */
export const importDeskRoutes = tenantRoutes((app) => {
  app.openapi(listImportRowsRoute, async (c) => {
    const { after, limit, sheet, code } = c.req.valid('query');
    const place = readCursor(positionCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listImportRows(c.var.ctx, { id: c.req.valid('param').id, sheet, kind: code, after: place.value?.position ?? null, limit });
    if (!page.ok) return refuse(c, page.failure);
    const { rows, next } = page.value;
    return c.answer({ items: rows.map(shownRow), next: writeCursor(next === null ? null : { position: next }) }, 200);
  });
  app.openapi(countImportRefusalsRoute, async (c) => {
    const counted = await countRefusalKinds(c.var.ctx, c.req.valid('param').id);
    if (!counted.ok) return refuse(c, counted.failure);
    return c.answer({ items: counted.value.map(({ sheet, kind, rows }) => ({ sheet, code: kind, rows, reason: inBoth((words) => reasonAndHint({ kind, params: {} }, words).reason) })) }, 200);
  });
  app.openapi(listRefusedValuesRoute, async (c) => {
    const { after, limit, code } = c.req.valid('query');
    const place = readCursor(skipCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listRefusedValues(c.var.ctx, { id: c.req.valid('param').id, kind: code, after: place.value?.skip ?? 0, limit });
    if (!page.ok) return refuse(c, page.failure);
    const { values, next } = page.value;
    return c.answer({ items: values.map(shownValue), next: writeCursor(next === null ? null : { skip: next }) }, 200);
  });
  app.openapi(listImportEditsRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(idCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listEdits(c.var.ctx, { id: c.req.valid('param').id, after: place.value?.id ?? null, limit });
    if (!page.ok) return refuse(c, page.failure);
    const { edits, next } = page.value;
    return c.answer({ items: edits.map(shownEdit), next: writeCursor(next === null ? null : { id: next }) }, 200);
  });
  app.openapi(editImportRoute, async (c) => {
    const { edits } = c.req.valid('json');
    const edited = await editImportRows(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), edits });
    return edited.ok ? c.answer(shownEdited(edited.value), 200, { etag: etagOf(edited.value.import.version) }) : refuse(c, asShown(edited.failure));
  });
  app.openapi(withdrawImportEditsRoute, async (c) => {
    const { ids } = c.req.valid('json');
    const withdrawn = await withdrawEdits(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), edits: ids });
    return withdrawn.ok ? c.answer(shownEdited(withdrawn.value), 200, { etag: etagOf(withdrawn.value.import.version) }) : refuse(c, asShown(withdrawn.failure));
  });
  app.openapi(recheckImportRoute, async (c) => {
    const again = await recheckImport(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']) });
    if (again.ok) return c.answer(shown(again.value), 202, { etag: etagOf(again.value.version) });
    return refuse(c, again.failure.kind === 'changed-meanwhile' ? { ...again.failure, current: shown(again.failure.current) } : again.failure);
  });
  app.openapi(refusedRowsFileRoute, async (c) => {
    const file = await refusedRowsFile(c.var.ctx, c.req.valid('param').id);
    return file.ok ? sendFile(c, file.value) : refuse(c, file.failure);
  });
  app.openapi(previewImportUndoRoute, async (c) => {
    const preview = await previewUndoOfImport(c.var.ctx, c.req.valid('param').id);
    return preview.ok ? c.answer(shownUndo(preview.value), 200, { etag: etagOf(preview.value.import.version, preview.value) }) : refuse(c, preview.failure);
  });
  app.openapi(listImportUndoRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(idCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listUndoOfImport(c.var.ctx, { id: c.req.valid('param').id, after: place.value?.id ?? null, limit });
    return page.ok ? c.answer({ items: page.value.subjects, next: writeCursor(page.value.next === null ? null : { id: page.value.next }) }, 200) : refuse(c, page.failure);
  });
  app.openapi(undoImportRoute, async (c) => {
    const undone = await undoImport(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), why: c.req.valid('json').why });
    if (undone.ok) return c.answer(shown(undone.value), 202, { etag: etagOf(undone.value.version) });
    return refuse(c, undone.failure.kind === 'changed-meanwhile' ? { ...undone.failure, current: shown(undone.failure.current) } : undone.failure);
  });
});
