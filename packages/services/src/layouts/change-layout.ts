import { deleteLayout, layoutById, renameLayout, type StoredLayout } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { LayoutNameTaken } from './keep-layout.ts';
import { type SavedLayout, savedOf, type UnknownLayout } from './read-layouts.ts';

type Changed = { kind: 'changed-meanwhile'; yours: { version: number }; current: SavedLayout };
export type ChangeLayoutFailure = Forbidden | UnknownLayout | Changed | { kind: 'layout-not-yours' };

// Who may import for the whole tenant keeps order among all of them, others among their own.
const theirs = async (ctx: Ctx, id: string, version: number): Promise<Result<StoredLayout, ChangeLayoutFailure>> => {
  const scope = permit(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const known = await layoutById(ctx.db, id);
  if (!known) return fail({ kind: 'unknown-layout', layout: id });
  if (scope.value.kind !== 'everything' && (ctx.actor.id === null || known.confirmedBy !== ctx.actor.id)) return fail({ kind: 'layout-not-yours' });
  return known.version === version ? ok(known) : fail({ kind: 'changed-meanwhile', yours: { version }, current: savedOf(known) });
};

const again = async (ctx: Ctx, id: string, version: number): Promise<Result<never, Changed | UnknownLayout>> => {
  const known = await layoutById(ctx.db, id);
  return fail(known ? { kind: 'changed-meanwhile', yours: { version }, current: savedOf(known) } : { kind: 'unknown-layout', layout: id });
};

/** Gives a saved layout another name. */
export const renameSavedLayout = async (ctx: Ctx, { id, version, name: given }: { id: string; version: number; name: string }): Promise<Result<SavedLayout, ChangeLayoutFailure | LayoutNameTaken>> => {
  const known = await theirs(ctx, id, version);
  if (!known.ok) return known;
  const name = given.trim();
  const renamed = await ctx.write(async (tx, record) => {
    const done = await renameLayout(tx, id, version, name);
    if (done === true) await record({ act: 'import-layout.renamed', subject: { kind: 'import-layout', id }, before: { name: known.value.name }, after: { name } });
    return done;
  });
  if (renamed === 'taken') return fail({ kind: 'layout-name-taken', name });
  return renamed ? ok(savedOf({ ...known.value, name, version: version + 1 })) : again(ctx, id, version);
};

/** Takes a saved layout away. What was imported with it stays as it is. */
export const deleteSavedLayout = async (ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Result<null, ChangeLayoutFailure>> => {
  const known = await theirs(ctx, id, version);
  if (!known.ok) return known;
  const gone = await ctx.write(async (tx, record) => {
    const done = await deleteLayout(tx, id, version);
    if (done) await record({ act: 'import-layout.deleted', subject: { kind: 'import-layout', id }, before: { name: known.value.name, definition: known.value.definition } });
    return done;
  });
  return gone ? ok(null) : again(ctx, id, version);
};
