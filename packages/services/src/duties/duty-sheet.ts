import { dutySheet, type DutyOfSheet, type Reach, reachOfDuties } from '@saubac/db/duties';
import { unitsById } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { type LocalText, ok, type Result } from '@saubac/domain/values';
import { type Ctx, permit } from '../context/index.ts';
import { tasksOfPlans } from './duty-kind.ts';
import { type BoardAsked, filterOf, type ListedDuty, shownDuty } from './read-duties.ts';

/** A duty with what stands behind it: the clause, who helps, its proofs by name, who handed it in, and how far making known has come. */
export type SheetDuty = ListedDuty & Pick<DutyOfSheet, 'proofs' | 'handedInBy' | 'sentBack'> & { clause: string | null; coordinating: LocalText[]; reach: Reach | null };

/** A page of the duties that the caller may see, as they are taken out; `next` counts those before the following page. */
export const sheetOfDuties = async (ctx: Ctx, { after, limit, ...asked }: BoardAsked & { after: number; limit: number }): Promise<Result<{ duties: SheetDuty[]; next: number | null }, Forbidden>> => {
  const scope = permit(ctx, 'task.read');
  if (!scope.ok) return scope;
  const tasks = await tasksOfPlans(ctx.db);
  const found = await dutySheet(ctx.db, scope.value, ctx.today, filterOf(asked, tasks), { after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const units = await unitsById(ctx.db, shown.flatMap((it) => it.unit ?? []), ctx.today);
  const makingKnown = shown.filter((it) => tasks.get(`${it.plan}/${it.task}`)?.topic === 'dissemination');
  const reach = await reachOfDuties(ctx.db, makingKnown.map(({ id }) => ({ key: id, duties: [id] })), ctx.today);
  const duties = shown.map((it): SheetDuty => {
    const task = tasks.get(`${it.plan}/${it.task}`);
    const coordinating = (task?.coordinating ?? []).map((body) => task?.bodyNames.get(body) ?? { vi: body, en: body });
    return { ...shownDuty(tasks, units, ctx.today)(it), proofs: it.proofs, handedInBy: it.handedInBy, sentBack: it.sentBack, clause: task?.cite.clause ?? null, coordinating, reach: reach.get(it.id) ?? null };
  });
  return ok({ duties, next: found.length > limit ? after + limit : null });
};
