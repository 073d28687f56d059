import { listDuties as dutiesOf, type Reach, reachOfDuties, sessionsOfDuties, type SessionOfDuty as KeptSessionOfDuty } from '@saubac/db/duties';
import { unitsById } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { type LocalText, ok, type Result } from '@saubac/domain/values';
import { type Ctx, permit } from '../context/index.ts';
import { tasksOfPlans, titleOfTask } from './duty-kind.ts';
import { type BoardAsked, filterOf, type ListedDuty, shownDuty } from './read-duties.ts';

const makingKnown = 'dissemination';
// A tenant has a few hundred units; each has one or two duties of making known in a year.
const most = 2_000;

/** How far making known has come: duty by duty, and all together, where whoever is due or listed in several is one person. */
export type ReachOfYear = { duties: (ListedDuty & { reach: Reach })[]; total: Reach | null };

/** How many sessions were held and how many they reached of those due, for the duties of making known that the caller may see. */
export const reachOfYear = async (ctx: Ctx, asked: Omit<BoardAsked, 'topic'>): Promise<Result<ReachOfYear, Forbidden>> => {
  const scope = permit(ctx, 'task.read');
  if (!scope.ok) return scope;
  const tasks = await tasksOfPlans(ctx.db);
  const found = (await dutiesOf(ctx.db, scope.value, ctx.today, filterOf({ ...asked, topic: makingKnown }, tasks), { after: 0, limit: most })).filter((it) => it.state !== 'dropped');
  const units = await unitsById(ctx.db, found.flatMap((it) => it.unit ?? []), ctx.today);
  const reach = await reachOfDuties(ctx.db, [{ key: 'all', duties: found.map((it) => it.id) }, ...found.map(({ id }) => ({ key: id, duties: [id] }))], ctx.today);
  const none: Reach = { sessions: 0, heads: 0, listed: 0, reached: 0, due: 0 };
  return ok({ duties: found.map((it) => ({ ...shownDuty(tasks, units, ctx.today)(it), reach: reach.get(it.id) ?? none })), total: reach.get('all') ?? null });
};

/** A session with the duty that it was held for. */
export type SessionOfDuty = Omit<KeptSessionOfDuty, 'unit' | 'plan' | 'task'> & { title: LocalText; unit: ListedDuty['unit'] };

/** The sessions that those figures are the sums of, the latest first; `next` counts those before the following page. */
export const sessionsOfYear = async (ctx: Ctx, { after, limit, ...asked }: Omit<BoardAsked, 'topic'> & { after: number; limit: number }): Promise<Result<{ sessions: SessionOfDuty[]; next: number | null }, Forbidden>> => {
  const scope = permit(ctx, 'task.read');
  if (!scope.ok) return scope;
  const tasks = await tasksOfPlans(ctx.db);
  const found = await sessionsOfDuties(ctx.db, scope.value, ctx.today, filterOf({ ...asked, topic: makingKnown }, tasks), { after, limit: limit + 1 });
  const units = await unitsById(ctx.db, found.flatMap((it) => it.unit ?? []), ctx.today);
  const sessions = found.slice(0, limit).map(({ unit, plan, task, ...it }) => ({ ...it, title: titleOfTask(tasks, { plan, task }), unit: (unit && units.get(unit)) ?? null }));
  return ok({ sessions, next: found.length > limit ? after + limit : null });
};
