import { queue } from '@saubac/db/outbox';
import { exportById, insertExport, moveExport } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import type { ExportFormat, ExportOrder, ExportState } from '@saubac/domain/transfers';
import { fail, type Locale, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type ExportView, type KeptExport, ownExport, type UnknownExport, viewOf } from './read-exports.ts';
import { recordedOrder } from './recorded-order.ts';
import { permissionFor } from './permission-for.ts';

/** Orders a file. The worker makes it with the rights that its orderer has then; who ordered what and what was in it is recorded. */
export const orderExport = async (ctx: Ctx, { order, format: wanted, locale }: { order: ExportOrder; format: ExportFormat; locale: Locale }): Promise<Result<ExportView, Forbidden>> => {
  const scope = permit(ctx, permissionFor(ctx.registry, order));
  if (!scope.ok) return scope;
  // Several sheets make no csv.
  const format = order.kind === 'close' ? 'xlsx' : wanted;
  return ctx.write(async (tx, record) => {
    const at = ctx.now().toISOString();
    const id = await insertExport(tx, { order, format, locale, requestedBy: ctx.actor.id, requestedLabel: ctx.actor.label }, at);
    await queue(tx, { kind: 'export.make', payload: { export: id } });
    await record({ act: 'export.ordered', subject: { kind: 'export', id }, after: { ...recordedOrder(order), format } });
    return ok(viewOf((await exportById(tx, id, at)) as KeptExport));
  });
};

export type CancelExportFailure = UnknownExport | { kind: 'export-over'; state: ExportState };

/** Gives an export up that is not made yet. */
export const cancelExport = async (ctx: Ctx, id: string): Promise<Result<ExportView, CancelExportFailure>> => {
  const kept = await ownExport(ctx, id);
  if (!kept.ok) return kept;
  const cancelled = await ctx.write(async (tx, record) => {
    const moved = await moveExport(tx, id, { from: ['queued', 'running'], to: 'cancelled', at: ctx.now().toISOString() });
    if (moved) await record({ act: 'export.cancelled', subject: { kind: 'export', id } });
    return moved;
  });
  const now = await ownExport(ctx, id);
  if (!now.ok) return now;
  return cancelled || now.value.state === 'cancelled' ? ok(viewOf(now.value)) : fail({ kind: 'export-over', state: now.value.state });
};
