import { type BodyTotals, type DutyFilter, findDuty, type KeptDuty, listDuties as dutiesOf, type KeptSession, peopleReached, type Reach, reachOfDuties, sessionsOfDuty, totalsByBody, totalsByUnit, type UnitTotals } from '@saubac/db/duties';
import { plansInForce } from '@saubac/db/plans';
import { filesOfDuty } from '@saubac/db/transfers';
import { unitsById } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { daysLate, type PlanFile } from '@saubac/domain/plan';
import { fail, type IsoDate, type LocalText, ok, type Result, type UnitId, type UserId } from '@saubac/domain/values';
import { throughHands } from '../cases/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { type TaskOfPlan, tasksOfPlans, titleOfTask } from './duty-kind.ts';
import { unitsOfBodies } from './make-duties.ts';

type Unit = { id: UnitId; code: string; name: string };

/** A duty as it is listed: what is to be done, by whom, by when, and how it stands. */
export type ListedDuty = Omit<KeptDuty, 'unit'> & { title: LocalText; topic: TaskOfPlan['topic'] | null; bodyName: LocalText; unit: Unit | null; daysLate: number };

/** Which duties are looked at. */
export type BoardAsked = Omit<DutyFilter, 'task'> & { task?: string | undefined; topic?: TaskOfPlan['topic'] | undefined };

/** Which duties are asked for; `after` counts those before the page. */
export type DutiesAsked = BoardAsked & { after: number; limit: number };

/** A duty as it is listed, in the words of the plan. */
export const shownDuty = (tasks: ReadonlyMap<string, TaskOfPlan>, units: ReadonlyMap<UnitId, Unit>, today: IsoDate) => ({ unit, ...it }: KeptDuty): ListedDuty => {
  const task = tasks.get(`${it.plan}/${it.task}`);
  return { ...it, title: titleOfTask(tasks, it), topic: task?.topic ?? null, bodyName: task?.bodyNames.get(it.body) ?? { vi: it.body, en: it.body }, unit: (unit && units.get(unit)) ?? null, daysLate: daysLate(it, today) };
};

/** Which duties are asked for, with a topic as the tasks of it. */
export const filterOf = ({ topic, task, ...filter }: BoardAsked, tasks: ReadonlyMap<string, TaskOfPlan>): DutyFilter =>
  topic === undefined && task === undefined ? filter : { ...filter, task: [...new Set([...tasks.values()].filter((it) => (topic === undefined || it.topic === topic) && (task === undefined || it.id === task)).map((it) => it.id))] };

/** Duties that the caller may see, late ones first; `next` counts those before the following page. */
export const listDuties = async (ctx: Ctx, { after, limit, ...filter }: DutiesAsked): Promise<Result<{ duties: ListedDuty[]; next: number | null }, Forbidden>> => {
  const scope = permit(ctx, 'task.read');
  if (!scope.ok) return scope;
  const tasks = await tasksOfPlans(ctx.db);
  const found = await dutiesOf(ctx.db, scope.value, ctx.today, filterOf(filter, tasks), { after, limit: limit + 1 });
  const units = await unitsById(ctx.db, found.flatMap((it) => it.unit ?? []), ctx.today);
  return ok({ duties: found.slice(0, limit).map(shownDuty(tasks, units, ctx.today)), next: found.length > limit ? after + limit : null });
};

/** How the duties of a year stand, body by body and unit by unit. */
export type Board = { bodies: (BodyTotals & { name: LocalText })[]; units: (Omit<UnitTotals, 'unit'> & { unit: Unit | null })[]; years: number[] };

/** The board: how many duties each body and each unit has open, reported, accepted and late, of those that the caller may see. */
export const dutiesBoard = async (ctx: Ctx, asked: BoardAsked): Promise<Result<Board, Forbidden>> => {
  const scope = permit(ctx, 'task.read');
  if (!scope.ok) return scope;
  const tasks = await tasksOfPlans(ctx.db);
  const names = new Map([...tasks].flatMap(([key, it]) => [...it.bodyNames].map(([body, name]): [string, LocalText] => [`${key.slice(0, key.indexOf('/'))}/${body}`, name])));
  const filter = filterOf(asked, tasks);
  const totals = await totalsByBody(ctx.db, scope.value, ctx.today, filter);
  const ofUnits = await totalsByUnit(ctx.db, scope.value, ctx.today, filter);
  const units = await unitsById(ctx.db, ofUnits.flatMap((it) => it.unit ?? []), ctx.today);
  const plans = await plansInForce(ctx.db, ctx.today);
  const [first, last] = [Math.min(...plans.map((it) => Number(it.document.period.from.slice(0, 4)))), Number(ctx.today.slice(0, 4)) + 1];
  const years = plans.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => last - at);
  return ok({ bodies: totals.map((it) => ({ ...it, name: names.get(`${it.plan}/${it.body}`) ?? { vi: it.body, en: it.body } })), units: ofUnits.map(({ unit, ...it }) => ({ ...it, unit: (unit && units.get(unit)) ?? null })), years });
};

/** A duty whole: the clause it comes from (`clauseAt`: the version of the plan and the place among its tasks), how it was read, what proves it, its files, and for one that makes something known its sessions. */
export type WholeDuty = ListedDuty & {
  cite: PlanFile['tasks'][number]['cite'] | null; clauseAt: { version: number; task: number } | null; reading: NonNullable<PlanFile['tasks'][number]['reading']> | null; coordinating: LocalText[]; proofs: LocalText[];
  files: number; documents: { id: string; name: string; mediaType: string; size: number; createdAt: string }[]; sessions: KeptSession[]; reach: Reach | null;
};

export type UnknownDuty = { kind: 'unknown-duty'; duty: string };

/** A duty that the caller may see, by his own rights or those of whom he covers for; `coveredFor`: only in the place of this user. */
export const dutyInScope = async (ctx: Ctx, permission: 'task.read' | 'task.report' | 'task.manage', id: string): Promise<Result<KeptDuty & { coveredFor: UserId | null }, Forbidden | UnknownDuty>> => {
  const it = await throughHands(ctx, permission, (scope) => findDuty(ctx.db, scope, id, ctx.today));
  if (!it.ok) return it;
  return it.value ? ok({ ...it.value.found, coveredFor: it.value.coveredFor }) : fail({ kind: 'unknown-duty', duty: id });
};

/** One duty, whole. */
export const getDuty = async (ctx: Ctx, id: string): Promise<Result<WholeDuty, Forbidden | UnknownDuty>> => {
  const found = await dutyInScope(ctx, 'task.read', id);
  if (!found.ok) return found;
  const { coveredFor: _, ...it } = found.value;
  const tasks = await tasksOfPlans(ctx.db);
  const task = tasks.get(`${it.plan}/${it.task}`);
  const units = await unitsById(ctx.db, it.unit ? [it.unit] : [], ctx.today);
  const makesKnown = task?.topic === 'dissemination';
  return ok({
    ...shownDuty(tasks, units, ctx.today)(it),
    cite: task?.cite ?? null, clauseAt: task ? { version: task.version, task: task.at } : null, reading: task?.reading ?? null, proofs: [...(task?.proofs ?? [])], coordinating: (task?.coordinating ?? []).map((body) => task?.bodyNames.get(body) ?? { vi: body, en: body }),
    documents: (await filesOfDuty(ctx.db, id)).map(({ id: file, originalName: name, mediaType, size, createdAt }) => ({ id: file, name, mediaType, size, createdAt })),
    sessions: makesKnown ? await sessionsOfDuty(ctx.db, id) : [],
    reach: makesKnown ? ((await reachOfDuties(ctx.db, [{ key: id, duties: [id] }], ctx.today)).get(id) ?? null) : null,
  });
};

/** Those who were listed at the sessions of a duty, by name. Names of people ask for the right to see them too. */
export const listReached = async (ctx: Ctx, id: string, { after, limit }: { after: number; limit: number }): Promise<Result<{ people: { id: string; name: string; sessions: number }[]; next: number | null }, Forbidden | UnknownDuty>> => {
  const people = permit(ctx, 'person.read');
  if (!people.ok) return people;
  const found = await dutyInScope(ctx, 'task.read', id);
  if (!found.ok) return found;
  const reached = await peopleReached(ctx.db, people.value, ctx.today, id, { after, limit: limit + 1 });
  return ok({ people: reached.slice(0, limit), next: reached.length > limit ? after + limit : null });
};

/** A body of a plan in force with the units that stand for it; `named`: the tenant named them. */
export type BodyOfPlan = { plan: string; body: string; name: LocalText; units: Unit[] };

/** The bodies of the plans in force and the units they are. */
export const listBodies = async (ctx: Ctx): Promise<Result<BodyOfPlan[], Forbidden>> => {
  const scope = permit(ctx, 'task.read');
  if (!scope.ok) return scope;
  const bodies: BodyOfPlan[] = [];
  for (const version of await plansInForce(ctx.db, ctx.today)) {
    const of = await unitsOfBodies(ctx.db, version, ctx.today);
    const units = await unitsById(ctx.db, [...of.values()].flat(), ctx.today);
    bodies.push(...version.document.bodies.map((it) => ({ plan: version.plan, body: it.id, name: it.name, units: (of.get(it.id) ?? []).flatMap((unit) => units.get(unit) ?? []) })));
  }
  return ok(bodies);
};
