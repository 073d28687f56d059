import { announceAccess } from '@saubac/db/access';
import { insertDetails } from '@saubac/db/audit';
import { auditCareers, keepCareersBefore, lockImports, takeMemory } from '@saubac/db/roster';
import { type Dependent, dependentsOf, keepPeopleDiffering, moveUnitChange, peopleOfChange, restoreBefore, storeChangeFindings, withdrawnUnits } from '@saubac/db/unit-changes';
import type { Forbidden } from '@saubac/domain/access';
import { mayWithdraw, type UnitChangeState } from '@saubac/domain/unit-changes';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { kept } from './prepare.ts';
import { type UnitChangeView, type UnknownUnitChange, viewOf } from './view.ts';

export type WithdrawFailure =
  | Forbidden
  | UnknownUnitChange
  | { kind: 'unit-change-not-committed'; state: UnitChangeState }
  | { kind: 'unit-change-in-effect'; on: IsoDate }
  | { kind: 'unit-change-built-upon'; count: number; dependents: Dependent[] };

/**
 * Takes a committed change back whole before its first day: units, posts, lists and successions are again exactly what they were. Refused,
 * with the list, if something written later builds on it; refused too from its day on, when only another change can put things right.
 */
export const withdrawUnitChange = async (ctx: Ctx, { id, why }: { id: string; why: string }): Promise<Result<UnitChangeView, WithdrawFailure>> => {
  const scope = permitWhole(ctx, 'unit.commit');
  if (!scope.ok) return scope;
  return ctx.write<Result<UnitChangeView, WithdrawFailure>>(async (tx, record) => {
    await lockImports(tx);
    await takeMemory(tx);
    const it = await kept(tx, id, 'lock');
    if (!it) return fail({ kind: 'unknown-unit-change', change: id });
    const may = mayWithdraw({ state: it.state, version: it.version, preparedBy: it.prepared.by, firstDay: it.firstDay }, ctx.today);
    if (!may.ok) return may;
    const dependents = await dependentsOf(tx, id);
    if (dependents.length > 0) return fail({ kind: 'unit-change-built-upon', count: dependents.length, dependents });
    const units = await withdrawnUnits(tx, id);
    await keepPeopleDiffering(tx, await peopleOfChange(tx, id));
    await keepCareersBefore(tx, ['differing']);
    const { people } = await restoreBefore(tx, id);
    await moveUnitChange(tx, id, { from: ['committed'], to: 'withdrawn', by: { as: 'withdrawn', by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() } });
    await storeChangeFindings(tx, id, {});
    const entry = await record({ act: 'unit-change.withdrawn', subject: { kind: 'unit-change', id }, before: { title: it.title, on: it.on, decision: it.decision }, after: { units: units.length, people } });
    if (units.length > 0) await insertDetails(tx, entry, units.map(({ id: subjectId, before, after }) => ({ subjectId, act: before === null ? 'unit.removed' : 'unit.changed', before: after, after: before })));
    await auditCareers(tx, entry);
    await announceAccess(tx, ctx.tenant.id);
    return ok(viewOf((await kept(tx, id))!));
  }, why);
};
