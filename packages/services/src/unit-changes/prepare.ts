import { unitChange, insertMoves, insertUnitChange, moveUnitChange, rewriteUnitChange } from '@saubac/db/unit-changes';
import type { Forbidden } from '@saubac/domain/access';
import { daysOfBatch, isOpen, type UnitChangeState } from '@saubac/domain/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { type KeptUnitChange, type UnitChangeInput, type UnitChangeProblem, type UnitChangeSummary, type UnitChangeView, type UnknownUnitChange, viewOf } from './view.ts';

export type ChangedMeanwhile = { kind: 'changed-meanwhile'; yours: { version: number }; current: UnitChangeView };
export type UnitChangeClosed = { kind: 'unit-change-closed'; state: UnitChangeState };

const orderOf = (input: UnitChangeInput) => ({
  title: input.title, on: input.on, firstDay: daysOfBatch(input)?.first ?? input.on, decision: input.decision ?? null, why: input.why ?? null, operations: input.operations,
});

/** A change as it is kept, inside a transaction or not. */
export const kept = (db: Parameters<typeof unitChange>[0], id: string, lock?: 'lock'): Promise<KeptUnitChange | undefined> => unitChange<UnitChangeSummary, UnitChangeProblem>(db, id, lock);

const summary = ({ title, on, decision, operations, moves }: UnitChangeInput) => ({ title, on, decision: decision ?? null, operations, moves: moves.length });

/** Writes a change of units down. It may be impossible: a preview tells. Nothing of it holds before somebody commits it. */
export const prepareUnitChange = async (ctx: Ctx, input: UnitChangeInput): Promise<Result<UnitChangeView, Forbidden>> => {
  const scope = permitWhole(ctx, 'unit.change');
  if (!scope.ok) return scope;
  return ctx.write(async (tx, record) => {
    const id = await insertUnitChange(tx, orderOf(input), { by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() });
    await insertMoves(tx, id, input.moves);
    await record({ act: 'unit-change.prepared', subject: { kind: 'unit-change', id }, after: summary(input) });
    return ok(viewOf((await kept(tx, id))!));
  });
};

export type RewriteFailure = Forbidden | UnknownUnitChange | UnitChangeClosed | ChangedMeanwhile;

/** Does something to a change that is still open, as somebody saw it. */
const withOpen = async (ctx: Ctx, { id, version }: { id: string; version: number }, work: (it: KeptUnitChange, tools: Parameters<Parameters<Ctx['write']>[0]>) => Promise<void>): Promise<Result<UnitChangeView, RewriteFailure>> => {
  const scope = permitWhole(ctx, 'unit.change');
  if (!scope.ok) return scope;
  return ctx.write<Result<UnitChangeView, RewriteFailure>>(async (...tools) => {
    const [tx] = tools;
    const it = await kept(tx, id, 'lock');
    if (!it) return fail({ kind: 'unknown-unit-change', change: id });
    if (!isOpen(it.state)) return fail({ kind: 'unit-change-closed', state: it.state });
    if (it.version !== version) return fail({ kind: 'changed-meanwhile', yours: { version }, current: viewOf(it) });
    await work(it, tools);
    return ok(viewOf((await kept(tx, id))!));
  });
};

/** Writes a change anew as long as it is open; what a preview found of it no longer counts. */
export const rewriteChange = (ctx: Ctx, { id, version, ...input }: UnitChangeInput & { id: string; version: number }): Promise<Result<UnitChangeView, RewriteFailure>> =>
  withOpen(ctx, { id, version }, async (it, [tx, record]) => {
    await rewriteUnitChange(tx, id, orderOf(input), { by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() });
    await insertMoves(tx, id, input.moves);
    await record({ act: 'unit-change.rewritten', subject: { kind: 'unit-change', id }, before: { title: it.title, on: it.on, operations: it.operations, moves: it.moves }, after: summary(input) });
  });

/** Gives a change up; it is kept and can no longer be committed. */
export const dropUnitChange = (ctx: Ctx, asked: { id: string; version: number }): Promise<Result<UnitChangeView, RewriteFailure>> =>
  withOpen(ctx, asked, async (it, [tx, record]) => {
    await moveUnitChange(tx, it.id, { from: ['draft', 'previewed'], to: 'dropped' });
    await record({ act: 'unit-change.dropped', subject: { kind: 'unit-change', id: it.id }, before: { state: it.state } });
  });
