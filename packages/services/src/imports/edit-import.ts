import { editsOf, editsOnPlaces, keptRowsAt, noteEdited, putEdits, type StoredEdit, takeEdits } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { type EditProblem, editProblem, maskedIdNumber, type RowEdit } from '@saubac/domain/people';
import { editableImportStates, type ImportState, isImportEditable } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { templateOf } from '../roster/index.ts';
import { type ImportView, type KeptImport, viewOf } from './import-view.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';
import { textOfCell } from './shown-row.ts';

/** An import with edits of it: those that were made, or those that stand where somebody wanted to make others. */
export type EditedImport = { import: ImportView; edits: StoredEdit[] };

type Changed = { kind: 'changed-meanwhile'; yours: { version: number; edits: readonly RowEdit[] }; current: EditedImport };
type Refusal = Forbidden | UnknownImport | { kind: 'import-not-editable'; state: ImportState } | Changed;
export type EditImportFailure = Refusal | EditProblem;
export type WithdrawEditsFailure = Refusal;

const again = async (ctx: Ctx, id: string): Promise<ImportView> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) throw new Error('An import that was there is gone.');
  return viewOf(kept.value);
};

const judge = ({ state, version }: KeptImport, asked: number): 'not-editable' | 'changed' | null => (isImportEditable(state) ? (version === asked ? null : 'changed') : 'not-editable');

const changed = async (ctx: Ctx, id: string, version: number, edits: readonly RowEdit[]): Promise<Changed> => ({
  kind: 'changed-meanwhile', yours: { version, edits }, current: { import: await again(ctx, id), edits: await editsOnPlaces(ctx.db, id, edits) },
});

const refusalOf = async (ctx: Ctx, kept: KeptImport, version: number, edits: readonly RowEdit[]): Promise<Refusal | null> => {
  const judged = judge(kept, version);
  if (judged === 'not-editable') return { kind: 'import-not-editable', state: kept.state };
  return judged === null ? null : changed(ctx, kept.id, version, edits);
};

// What the file says where an edit is made, as far as a check has kept the row.
const withWas = async (ctx: Ctx, id: string, edits: readonly RowEdit[]): Promise<(RowEdit & { was: string | null })[]> => {
  const places = edits.flatMap((it) => (it.kind === 'cell' ? [{ sheet: it.sheet, ref: it.ref }] : []));
  const rows = new Map((places.length > 0 ? await keptRowsAt(ctx.db, id, places) : []).map((it) => [`${it.sheet} ${it.ref}`, it]));
  return edits.map((it) => {
    const row = it.kind === 'cell' ? rows.get(`${it.sheet} ${it.ref}`) : undefined;
    return { ...it, was: it.kind === 'same-value' ? it.match : it.kind === 'cell' && row ? textOfCell(row, it.column) : null };
  });
};

// A person's number stands in no payload of the audit that a reader without the right to it may open.
const audited = (it: RowEdit & { was: string | null }) => {
  const masks = 'column' in it && it.column === 'id_number';
  const plain = (text: string | null): string | null => (masks && text !== null ? maskedIdNumber(text) : text);
  return { sheet: it.sheet, ...('ref' in it ? { row: it.ref } : {}), ...('column' in it ? { column: it.column, was: plain(it.was), text: plain(it.text) } : { leftOut: true }) };
};

// One place is edited once in a call: the last word counts.
const placeOf = (it: RowEdit): string => JSON.stringify([it.sheet, 'ref' in it ? it.ref : null, 'column' in it ? it.column : null, 'match' in it ? it.match : null]);
const lastOfEach = (edits: readonly RowEdit[]): RowEdit[] => [...new Map(edits.map((it) => [placeOf(it), it])).values()];

/**
 * Corrects rows of a checked or refused import: single cells, all cells of a column that say the same, rows that are left out. The file
 * stays as it came; the edits are laid over it by the next check. All of them or none; `version` is that of the import they were made on.
 */
export const editImportRows = async (ctx: Ctx, { id, version, edits: asked }: { id: string; version: number; edits: readonly RowEdit[] }): Promise<Result<EditedImport, EditImportFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const edits = lastOfEach(asked);
  const problem = edits.map((it) => editProblem(templateOf(it.sheet), it)).find((it) => it !== null);
  if (problem) return fail(problem);
  const refusal = await refusalOf(ctx, kept.value, version, edits);
  if (refusal) return fail(refusal);
  const rows = await withWas(ctx, id, edits);
  const made = await ctx.write(async (tx, record) => {
    if (!(await noteEdited(tx, id, { states: editableImportStates, version }))) return null;
    const ids = new Set(await putEdits(tx, id, rows, { ...ctx.actor, at: ctx.now().toISOString() }));
    await record({ act: 'import.edited', subject: { kind: 'import', id }, after: { edits: rows.map(audited) } });
    return ids;
  });
  if (!made) return fail(await changed(ctx, id, version, edits));
  return ok({ import: await again(ctx, id), edits: (await editsOf(ctx.db, id)).filter((it) => made.has(it.id)) });
};

/** Takes edits of an import away, so that the next check reads what the file says. Those that are not there any more do no harm. */
export const withdrawEdits = async (ctx: Ctx, { id, version, edits: ids }: { id: string; version: number; edits: readonly string[] }): Promise<Result<EditedImport, WithdrawEditsFailure>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  const standing = (await editsOf(ctx.db, id)).filter((it) => ids.includes(it.id));
  const refusal = await refusalOf(ctx, kept.value, version, standing);
  if (refusal) return fail(refusal);
  const taken = await ctx.write(async (tx, record) => {
    if (!(await noteEdited(tx, id, { states: editableImportStates, version }))) return null;
    const gone = await takeEdits(tx, id, ids);
    await record({ act: 'import.edits-withdrawn', subject: { kind: 'import', id }, before: { edits: gone.map(audited) } });
    return gone;
  });
  return taken ? ok({ import: await again(ctx, id), edits: taken }) : fail(await changed(ctx, id, version, standing));
};
