import { dropFrozen, moveClose } from '@saubac/db/closes';
import { queue } from '@saubac/db/outbox';
import type { Forbidden } from '@saubac/domain/access';
import { approvalRefusal, type ApprovalRefusal, cancellable, type CloseState } from '@saubac/domain/closes';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { type CloseProblem, type CloseView, viewOf } from './close-view.ts';
import { keptClose, type UnknownClose } from './read-closes.ts';

export type ApproveCloseFailure = Forbidden | UnknownClose | ApprovalRefusal | { kind: 'changed-meanwhile'; yours: { version: number }; current: CloseView };

const again = async (ctx: Ctx, id: string): Promise<CloseView> => {
  const kept = await keptClose(ctx, id);
  if (!kept.ok) throw new Error('A close that was there is gone.');
  return viewOf(kept.value);
};

/**
 * Signs a close: by a second person, for exactly what was frozen (`version` names what was seen). Its audit is then anchored outside the tenant,
 * and with that it is signed for good.
 */
export const approveClose = async (ctx: Ctx, { close, version }: { close: string; version: number }): Promise<Result<CloseView, ApproveCloseFailure>> => {
  const scope = permitWhole(ctx, 'close.approve');
  if (!scope.ok) return scope;
  const kept = await keptClose(ctx, close);
  if (!kept.ok) return kept;
  const { id, state, preparedBy, contentDigest, number } = kept.value;
  if ((state === 'approved' || state === 'signed') && kept.value.approvedBy === ctx.actor.id) return ok(viewOf(kept.value));
  const refusal = approvalRefusal({ state, preparedBy, by: ctx.actor.id });
  if (refusal) return fail(refusal);
  const moved = kept.value.version === version && await ctx.write(async (tx, record) => {
    if (!(await moveClose(tx, id, { from: ['prepared'], to: 'approved', version, at: ctx.now().toISOString(), by: ctx.actor.id, label: ctx.actor.label }))) return false;
    await queue(tx, { kind: 'close.anchor', payload: { close: id } });
    await record({ act: 'close.approved', subject: { kind: 'close', id }, after: { number, contentDigest } });
    return true;
  });
  const now = await again(ctx, id);
  return moved ? ok(now) : fail({ kind: 'changed-meanwhile', yours: { version }, current: now });
};

export type CancelCloseFailure = Forbidden | UnknownClose | { kind: 'close-over'; state: CloseState };

/** Gives a close up that nobody has signed. Nothing frozen of it is kept; that it was there is. */
export const cancelClose = async (ctx: Ctx, { close, why }: { close: string; why?: string | undefined }): Promise<Result<CloseView, CancelCloseFailure>> => {
  const scope = permitWhole(ctx, 'close.prepare');
  if (!scope.ok) return scope;
  const kept = await keptClose(ctx, close);
  if (!kept.ok) return kept;
  const { id, state } = kept.value;
  const cancelled = await ctx.write(async (tx, record) => {
    const moved = await moveClose(tx, id, { from: cancellable, to: 'cancelled', at: ctx.now().toISOString() });
    if (!moved) return false;
    await dropFrozen(tx, id);
    await record({ act: 'close.cancelled', subject: { kind: 'close', id }, before: { state } });
    return true;
  }, why);
  const now = await again(ctx, id);
  return cancelled || now.state === 'cancelled' ? ok(now) : fail({ kind: 'close-over', state: now.state });
};

export type SendBackCloseFailure = Forbidden | UnknownClose | ApprovalRefusal;

/**
 * Sends a close that waits for its signature back, with the reason: by who might have signed it, and does not. It is given up like one that is
 * cancelled, and says by whom and why; whoever prepared it closes the period anew once that is mended.
 */
export const sendBackClose = async (ctx: Ctx, { close, reason }: { close: string; reason: string }): Promise<Result<CloseView, SendBackCloseFailure>> => {
  const scope = permitWhole(ctx, 'close.approve');
  if (!scope.ok) return scope;
  const kept = await keptClose(ctx, close);
  if (!kept.ok) return kept;
  const { id, state, preparedBy } = kept.value;
  const refusal = approvalRefusal({ state, preparedBy, by: ctx.actor.id });
  if (refusal) return fail(refusal);
  const sent = await ctx.write(async (tx, record) => {
    const failure: CloseProblem = { kind: 'close-sent-back', by: ctx.actor.label, reason };
    if (!(await moveClose(tx, id, { from: ['prepared'], to: 'cancelled', at: ctx.now().toISOString(), failure }))) return false;
    await dropFrozen(tx, id);
    await record({ act: 'close.sent-back', subject: { kind: 'close', id }, before: { state } });
    return true;
  }, reason);
  const now = await again(ctx, id);
  return sent ? ok(now) : fail({ kind: 'close-not-prepared', state: now.state });
};
