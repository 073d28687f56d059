import { closeById, closePage, closePlans, closesOfPeriod, closeUnits, type KeptPlan } from '@saubac/db/closes';
import type { Forbidden, Permission } from '@saubac/domain/access';
import { type FrozenUnit, parsePeriod, readableUnits } from '@saubac/domain/closes';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit, permitWhole } from '../context/index.ts';
import { type CloseView, type KeptClose, viewOf } from './close-view.ts';

export type UnknownClose = { kind: 'unknown-close'; close: string };

/** Whoever makes closes sees them on their way; everybody else sees what is signed. */
const seesUnsigned = (ctx: Ctx): boolean => permitWhole(ctx, 'close.prepare').ok || permitWhole(ctx, 'close.approve').ok;

/** A close by its id, or by its period as people write it (`2025`, with `@2` for the second version; without, the latest signed one). */
const byReference = async (ctx: Ctx, reference: string): Promise<KeptClose | undefined> => {
  const [text = '', number] = reference.split('@');
  const period = parsePeriod(text);
  if (!period.ok) return closeById(ctx.db, reference);
  const versions: KeptClose[] = await closesOfPeriod(ctx.db, period.value);
  if (number !== undefined) return versions.find((it) => String(it.number) === number);
  return versions.find((it) => it.state === 'signed') ?? versions[0];
};

/** A close that the caller may know of; others are as unknown as what does not exist. */
export const keptClose = async (ctx: Ctx, reference: string): Promise<Result<KeptClose, Forbidden | UnknownClose>> => {
  const scope = permit(ctx, 'close.read');
  if (!scope.ok) return scope;
  const found = await byReference(ctx, reference);
  return found && (found.state === 'signed' || seesUnsigned(ctx)) ? ok(found) : fail({ kind: 'unknown-close', close: reference });
};

export type CloseNotFrozen = { kind: 'close-not-frozen'; state: KeptClose['state'] };

/** A close that has been frozen, its units and plans, and the units of it that the caller may read by some permission. */
export type FrozenClose = { close: KeptClose; units: FrozenUnit[]; plans: KeptPlan[]; readable: ReadonlySet<number> | 'all' };

/** A frozen close with what the caller may read of it: units as they stood on its cut-off date. */
export const frozenClose = async (ctx: Ctx, reference: string, permission: Permission = 'close.read'): Promise<Result<FrozenClose, Forbidden | UnknownClose | CloseNotFrozen>> => {
  const kept = await keptClose(ctx, reference);
  if (!kept.ok) return kept;
  const scope = permit(ctx, permission);
  if (!scope.ok) return scope;
  const { id, state, cutOff } = kept.value;
  if (!['prepared', 'approved', 'signed'].includes(state)) return fail({ kind: 'close-not-frozen', state });
  const units = await closeUnits(ctx.db, id);
  return ok({ close: kept.value, units, plans: await closePlans(ctx.db, id), readable: readableUnits(units, scope.value, cutOff) });
};

/** A close as it stands, by id or period. */
export const getClose = async (ctx: Ctx, reference: string): Promise<Result<CloseView, Forbidden | UnknownClose>> => {
  const kept = await keptClose(ctx, reference);
  return kept.ok ? ok(viewOf(kept.value)) : kept;
};

/** Closes that the caller may know of, the latest first; `next` is where the following page begins, null on the last one. */
export const listCloses = async (ctx: Ctx, { after = null, limit = 50 }: { after?: string | null; limit?: number } = {}): Promise<Result<{ closes: CloseView[]; next: string | null }, Forbidden>> => {
  const scope = permit(ctx, 'close.read');
  if (!scope.ok) return scope;
  const rows: KeptClose[] = await closePage(ctx.db, { signedOnly: !seesUnsigned(ctx), before: after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return ok({ closes: shown.map(viewOf), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null });
};
