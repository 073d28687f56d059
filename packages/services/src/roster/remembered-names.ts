import { forgetName, type NameOf, type RememberedName, rememberedName, rememberedPage, rememberName } from '@saubac/db/roster';
import { postOf } from '@saubac/db/posts';
import { unitIdsByCode } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { cleanText, foldedName } from '@saubac/domain/people';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';

export type { NameOf, RememberedName };
export type RememberedNamesPage = { names: RememberedName[]; next: string | null };
export type SetRememberedNameFailure = Forbidden | { kind: 'name-missing' } | { kind: 'unknown-unit'; unit: string; on: IsoDate } | { kind: 'unknown-post'; post: string };
export type ForgetRememberedNameFailure = Forbidden | { kind: 'unknown-remembered-name' };

/** The names that rosters write and what they were chosen to mean, the oldest choice first; `next` is where the following page begins. */
export const listRememberedNames = async (ctx: Ctx, { after = null, limit = 50 }: { after?: string | null; limit?: number }): Promise<Result<RememberedNamesPage, Forbidden>> => {
  const allowed = permitWhole(ctx, 'roster.import');
  if (!allowed.ok) return allowed;
  const rows = await rememberedPage(ctx.db, { on: ctx.today, after, limit: limit + 1 });
  const names = rows.slice(0, limit);
  return ok({ names, next: rows.length > limit ? (names.at(-1)?.id ?? null) : null });
};

const factsOf = ({ of, given, code }: RememberedName) => ({ of, given, code });

/**
 * Remembers which unit or post a name means, in place of what it meant before: all later imports take it, however it is accented or
 * cased. It is for everybody's imports, so only who imports for the whole tenant may choose.
 */
export const setRememberedName = async (ctx: Ctx, { of, name, code }: { of: NameOf; name: string; code: string }): Promise<Result<RememberedName, SetRememberedNameFailure>> => {
  const allowed = permitWhole(ctx, 'roster.import');
  if (!allowed.ok) return allowed;
  const [given, folded] = [cleanText(name), foldedName(name)];
  if (folded === '') return fail({ kind: 'name-missing' });
  const thing = of === 'unit' ? (await unitIdsByCode(ctx.db, [code])).get(code) : (await postOf(ctx.db, { code }))?.id;
  if (thing === undefined) return fail(of === 'unit' ? { kind: 'unknown-unit', unit: code, on: ctx.today } : { kind: 'unknown-post', post: code });
  return ctx.write(async (tx, record) => {
    const before = await rememberedName(tx, { of, folded }, ctx.today);
    const id = await rememberName(tx, { of, folded, given, thing, by: ctx.actor.id, label: ctx.actor.label, at: ctx.now().toISOString() });
    const after = (await rememberedName(tx, { id }, ctx.today))!;
    await record({ act: 'roster.name-remembered', subject: { kind: 'remembered-name', id }, before: before ? factsOf(before) : null, after: factsOf(after) });
    return ok(after);
  });
};

/** Forgets what a name was chosen to mean; imports look for it again. The name is given by its id, or as it is written. */
export const forgetRememberedName = async (ctx: Ctx, which: { id: string } | { of: NameOf; name: string }): Promise<Result<RememberedName, ForgetRememberedNameFailure>> => {
  const allowed = permitWhole(ctx, 'roster.import');
  if (!allowed.ok) return allowed;
  return ctx.write<Result<RememberedName, ForgetRememberedNameFailure>>(async (tx, record) => {
    const known = await rememberedName(tx, 'id' in which ? which : { of: which.of, folded: foldedName(which.name) }, ctx.today);
    if (!known || !(await forgetName(tx, known.id))) return fail({ kind: 'unknown-remembered-name' });
    await record({ act: 'roster.name-forgotten', subject: { kind: 'remembered-name', id: known.id }, before: factsOf(known) });
    return ok(known);
  });
};
