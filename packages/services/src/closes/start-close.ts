import { closeById, closesOfPeriod, insertClose } from '@saubac/db/closes';
import { queue } from '@saubac/db/outbox';
import { plansInForce } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { type ClosePeriod, periodName, periodProblem, type PeriodProblem } from '@saubac/domain/closes';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { type CloseView, type KeptClose, viewOf } from './close-view.ts';

/** A period to be closed. `reason`: why a period that is closed already is closed anew. */
export type NewClose = ClosePeriod & { reason?: string | undefined };

export type StartCloseFailure =
  | Forbidden
  | PeriodProblem
  | { kind: 'no-plan-in-force'; on: IsoDate }
  | { kind: 'close-under-way'; period: string }
  | { kind: 'correction-needs-reason'; period: string; number: number };

/**
 * Begins to close a period: the worker freezes its figures, and a second person signs them. A period that is closed already is corrected: its next
 * version, for a reason; the version before stays as it was signed.
 */
export const startClose = async (ctx: Ctx, input: NewClose): Promise<Result<CloseView, StartCloseFailure>> => {
  const scope = permitWhole(ctx, 'close.prepare');
  if (!scope.ok) return scope;
  const { from, to, cutOff } = input;
  const reason = input.reason?.trim() || null;
  const period = periodName(input);
  const problem = periodProblem(input, ctx.today);
  if (problem) return fail(problem);
  if ((await plansInForce(ctx.db, cutOff)).length === 0) return fail({ kind: 'no-plan-in-force', on: cutOff });
  return ctx.write<Result<CloseView, StartCloseFailure>>(async (tx, record) => {
    const [standing]: KeptClose[] = await closesOfPeriod(tx, input);
    if (standing && standing.state !== 'signed') return fail({ kind: 'close-under-way', period });
    if (standing && reason === null) return fail({ kind: 'correction-needs-reason', period, number: standing.number });
    const corrects = standing?.id ?? null;
    const number = (standing?.number ?? 0) + 1;
    const id = await insertClose(tx, { from, to, cutOff, number, corrects, reason: corrects === null ? null : reason, preparedBy: ctx.actor.id, preparedLabel: ctx.actor.label }, ctx.now().toISOString());
    // Somebody else began at the same moment.
    if (id === undefined) return fail({ kind: 'close-under-way', period });
    await queue(tx, { kind: 'close.freeze', payload: { close: id } });
    await record({ act: 'close.started', subject: { kind: 'close', id }, after: { period, cutOff, number, corrects } });
    return ok(viewOf((await closeById(tx, id)) as KeptClose));
  }, reason ?? undefined);
};
