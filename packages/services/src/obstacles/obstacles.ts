import { findObstacle, insertObstacle, type KeptObstacle, listObstacles as obstaclesOf, type ObstacleAnswer, type ObstacleFilter, obstaclesLike, type ObstacleText, saveAnswer } from '@saubac/db/obstacles';
import { plansInForce } from '@saubac/db/plans';
import { unitOn, unitsById } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { plainText } from '@saubac/domain/people';
import { everything, fail, type IsoDate, ok, type Result, rootsOn, type UnitId } from '@saubac/domain/values';
import { inPlaceOf, openCase, throughHands } from '../cases/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { withCalendar } from '../inbox/calendar.ts';
import type { ChangedMeanwhile } from '../people/refusals.ts';
import { leadsSomewhere } from './change-of-link.ts';
import { type Concerned, elementsIn, elementsOfPlans } from './concerned.ts';
import { obstacleKind } from './obstacle-kind.ts';

/** An obstacle as it is shown. `own`: the caller raised it; `concerns`: the target or task of a plan that it is about. */
export type Obstacle = Omit<KeptObstacle, 'unit' | 'raisedBy'> & { unit: { id: UnitId; code: string; name: string } | null; own: boolean; concerns: Concerned | null };

export type UnknownObstacle = { kind: 'unknown-obstacle'; obstacle: string };

// Short words stand in every sentence.
const wordsOf = (text: string): string[] => [...new Set(plainText(text).split(/[^a-z0-9]+/).filter((it) => it.length > 2))].slice(0, 40);

const shown = async (ctx: Ctx, found: readonly KeptObstacle[]): Promise<Obstacle[]> => {
  const units = await unitsById(ctx.db, found.flatMap((it) => it.unit ?? []), ctx.today);
  const elements = found.some((it) => it.about !== null) ? await elementsOfPlans(ctx.db) : new Map<string, Concerned>();
  return found.map(({ unit, raisedBy, ...it }) => ({ ...it, unit: (unit && units.get(unit)) ?? null, own: raisedBy !== null && raisedBy === ctx.actor.id, concerns: (it.about === null ? undefined : elements.get(it.about)) ?? null }));
};

/** Which obstacles are asked for; `after` counts those before the page. `unit`: its code, with those below it. `change`: the page of the change that came of them. */
export type ObstaclesAsked = Omit<ObstacleFilter, 'words' | 'unit'> & { unit?: string | undefined; text?: string | undefined; after: number; limit: number };

/** Obstacles and proposals that the caller may read, the latest first. */
export const listObstacles = async (ctx: Ctx, { text = '', unit: code, after, limit, ...filter }: ObstaclesAsked): Promise<Result<{ obstacles: Obstacle[]; next: number | null }, Forbidden | { kind: 'unknown-unit'; unit: string; on: IsoDate }>> => {
  const scope = permit(ctx, 'obstacle.read');
  if (!scope.ok) return scope;
  const unit = code === undefined ? undefined : await unitOn(ctx.db, scope.value, code, ctx.today);
  if (code !== undefined && !unit) return fail({ kind: 'unknown-unit', unit: code, on: ctx.today });
  const found = await obstaclesOf(ctx.db, scope.value, ctx.today, { ...filter, unit: unit?.id, words: wordsOf(text) }, { after, limit: limit + 1 });
  return ok({ obstacles: await shown(ctx, found.slice(0, limit)), next: found.length > limit ? after + limit : null });
};

/** Those like a text that is being written, that the caller may read: nobody asks twice. */
export const similarObstacles = async (ctx: Ctx, text: string): Promise<Result<Obstacle[], Forbidden>> => {
  const scope = permit(ctx, 'obstacle.read');
  if (!scope.ok) return scope;
  return ok(await shown(ctx, await obstaclesLike(ctx.db, scope.value, ctx.today, wordsOf(text), 5)));
};

/** One obstacle that the caller may read, by his own rights or those of whom he covers for. */
export const getObstacle = async (ctx: Ctx, id: string): Promise<Result<Obstacle, Forbidden | UnknownObstacle>> => {
  const it = await throughHands(ctx, 'obstacle.read', (scope) => findObstacle(ctx.db, scope, id, ctx.today));
  if (!it.ok) return it;
  const [found] = await shown(ctx, it.value ? [it.value.found] : []);
  return found ? ok(found) : fail({ kind: 'unknown-obstacle', obstacle: id });
};

/** The targets and tasks of the plans in force that an obstacle can be about. */
export const listConcerned = async (ctx: Ctx): Promise<Result<Concerned[], Forbidden>> => {
  const scope = permit(ctx, 'obstacle.read');
  return scope.ok ? ok(elementsIn(await plansInForce(ctx.db, ctx.today))) : scope;
};

/** Raises an obstacle or proposal, for the unit of the caller's role; for the whole tenant where his role has none. */
export const raiseObstacle = async (ctx: Ctx, input: ObstacleText): Promise<Result<{ id: string }, Forbidden | { kind: 'not-in-plan'; about: string }>> => {
  const scope = permit(ctx, 'obstacle.raise');
  if (!scope.ok) return scope;
  if (input.about !== null && !(await elementsOfPlans(ctx.db)).has(input.about)) return fail({ kind: 'not-in-plan', about: input.about });
  const unit = scope.value.kind === 'everything' ? null : (rootsOn(scope.value, ctx.today)[0] ?? null);
  const acting = await withCalendar(ctx);
  return ctx.write(async (tx, record) => {
    const id = await insertObstacle(tx, { ...input, unit, raisedOn: ctx.today, raisedBy: ctx.actor.id, raisedLabel: ctx.actor.label, search: plainText(`${input.text} ${input.proposal}`) });
    await openCase(acting, tx, obstacleKind(acting), { subject: id, unit });
    await record({ act: 'obstacle.raised', subject: { kind: 'obstacle', id }, after: input });
    return ok({ id });
  });
};

/** Writes the answer to an obstacle that is in hand, also in the place of whom the caller covers for; it is given by a move of its case. */
export const answerObstacle = async (ctx: Ctx, input: { id: string; version: number; answer: ObstacleAnswer }): Promise<Result<{ version: number }, Forbidden | UnknownObstacle | { kind: 'obstacle-not-open'; state: string } | { kind: 'unknown-change'; link: string } | ChangedMeanwhile<ObstacleAnswer, KeptObstacle>>> => {
  const it = await throughHands(ctx, 'obstacle.answer', (scope) => findObstacle(ctx.db, scope, input.id, ctx.today, 'change'));
  if (!it.ok) return it;
  if (!it.value) return fail({ kind: 'unknown-obstacle', obstacle: input.id });
  const { found, coveredFor } = it.value;
  if (found.state !== 'in-hand') return fail({ kind: 'obstacle-not-open', state: found.state });
  const { changeLink } = input.answer;
  if (changeLink !== null && !(await leadsSomewhere(ctx.db, changeLink))) return fail({ kind: 'unknown-change', link: changeLink });
  return ctx.write(async (tx, record) => {
    const version = await saveAnswer(tx, input.id, input.version, input.answer);
    // Read anew: whoever wrote at the same moment did so after this one had read.
    if (version === undefined) return fail({ kind: 'changed-meanwhile' as const, yours: input.answer, current: (await findObstacle(tx, everything, input.id, ctx.today, 'change')) ?? found });
    await record({ act: 'obstacle.answered', subject: { kind: 'obstacle', id: input.id }, before: { answer: found.answer, changeLink: found.changeLink, published: found.published }, after: { ...input.answer, ...inPlaceOf(coveredFor) } });
    return ok({ version });
  });
};
