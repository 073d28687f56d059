import { announceAccess, findGrant, insertGrant, listGrants, type NamedGrant, takeTurn } from '@saubac/db/access';
import { unitOn } from '@saubac/db/units';
import { type Forbidden, type GrantWish, mayGrant, type MayGrantFailure, type Role, scopeOfGrant, type UnitLine } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type Result, type UnitScope, type UserId } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { giverIn } from './scoped-grants.ts';
import { endAfter, keptOf, type ShownGrant, shownGrant } from './shown-grant.ts';

/** A role to be given: on the whole tenant (no unit) or along a line from the unit of a code down; both days inclusive, no last day: no end. */
export type GrantInput = { user: UserId; role: Role; unit: string | null; line?: UnitLine | undefined; from?: IsoDate | undefined; lastDay?: IsoDate | null | undefined };

export type GiveGrantFailure =
  | Forbidden
  | MayGrantFailure
  | { kind: 'unknown-unit'; unit: string; on: IsoDate }
  | { kind: 'line-without-unit'; line: UnitLine }
  | { kind: 'grant-begins-in-the-past'; today: IsoDate }
  | { kind: 'grant-ends-before-it-begins'; from: IsoDate; lastDay: IsoDate }
  | { kind: 'granted-already'; from: IsoDate; to: string };

/** The grant; `unchanged` if it was there already. */
export type GivenGrant = { grant: ShownGrant; unchanged: boolean };

const wishOf = async (ctx: Ctx, scope: UnitScope, { user, role, unit: code, line = 'uses', from = ctx.today, lastDay = null }: GrantInput): Promise<Result<GrantWish, GiveGrantFailure>> => {
  if (code === null && line !== 'uses') return fail({ kind: 'line-without-unit', line });
  if (from < ctx.today) return fail({ kind: 'grant-begins-in-the-past', today: ctx.today });
  if (lastDay !== null && lastDay < from) return fail({ kind: 'grant-ends-before-it-begins', from, lastDay });
  const unit = code === null ? null : await unitOn(ctx.db, scope, code, ctx.today);
  if (unit === undefined) return fail({ kind: 'unknown-unit', unit: code ?? '', on: ctx.today });
  return ok({ user, role, unit: unit?.id ?? null, line, from, to: endAfter(lastDay) });
};

/** The grant of the same role with the same reach that shares days with what is wished. */
const standing = (known: readonly NamedGrant[], wish: GrantWish): NamedGrant | undefined =>
  known.find((it) => it.role === wish.role && it.unit === wish.unit && it.line === wish.line && it.from < wish.to && wish.from < it.to);

/** Whether the caller may give a role, as things stand; nothing is done. */
export const checkGrant = async (ctx: Ctx, input: GrantInput): Promise<Result<null, GiveGrantFailure>> => {
  const scope = permit(ctx, 'user.manage');
  if (!scope.ok) return scope;
  const wish = await wishOf(ctx, scope.value, input);
  if (!wish.ok) return wish;
  const { giver, topology } = await giverIn(ctx.db, ctx, [wish.value]);
  return mayGrant(topology, giver, { ...wish.value, scope: scopeOfGrant(topology, wish.value) }, ctx.today);
};

/**
 * Gives somebody a role: one that the giver's own roles give, within what he administers himself, and never to himself. The same grant again
 * changes nothing.
 */
export const giveGrant = async (ctx: Ctx, input: GrantInput, why?: string): Promise<Result<GivenGrant, GiveGrantFailure>> => {
  const scope = permit(ctx, 'user.manage');
  if (!scope.ok) return scope;
  const wish = await wishOf(ctx, scope.value, input);
  if (!wish.ok) return wish;
  return ctx.write(async (tx, record): Promise<Result<GivenGrant, GiveGrantFailure>> => {
    await takeTurn(tx);
    const { giver, topology } = await giverIn(tx, ctx, [wish.value]);
    const may = mayGrant(topology, giver, { ...wish.value, scope: scopeOfGrant(topology, wish.value) }, ctx.today);
    if (!may.ok) return may;
    const known = standing(await listGrants(tx, [input.user]), wish.value);
    if (known) return known.to === wish.value.to && known.from <= wish.value.from ? ok({ grant: shownGrant(known, ctx.today), unchanged: true }) : fail({ kind: 'granted-already', from: known.from, to: known.to });
    const id = await insertGrant(tx, wish.value, ctx.actor.id);
    const grant = await findGrant(tx, id);
    if (!grant) throw new Error('A grant that was just added is not there.');
    await record({ act: 'grant.given', subject: { kind: 'grant', id }, after: keptOf(grant) });
    await announceAccess(tx, ctx.tenant.id);
    return ok({ grant: shownGrant(grant, ctx.today), unchanged: false });
  }, why);
};
