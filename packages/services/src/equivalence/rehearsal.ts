import { createHash } from 'node:crypto';

import { findLevelChanges, type LevelChange, type LevelChangeCursor, levelChangesPage, levelReference, type LevelMove, rehearseSettings, settingsInForce, sumLevelChanges } from '@saubac/db/levels';
import { plansInForce } from '@saubac/db/plans';
import type { TenantTx } from '@saubac/db/tenancy';
import { changesPast, checkSettings, type EquivalenceChange, equivalenceChanged, type SettingsFailure, type TenantSettings, type UnknownAdoption } from '@saubac/domain/levels';
import { everything, fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { answersOfPlan, type CountedPlan, type PlanQuestion, questionsAbout, type TitledProgress } from '../targets/index.ts';

/**
 * What is tried out: a change, on which day the targets are counted before and after it (`on`), and whether declared certificates are
 * looked at besides verified ones when people's levels are compared. What the plan counts is the plan's own matter.
 */
export type Rehearsed = { change: EquivalenceChange; on: IsoDate; declaredToo: boolean };

export type RehearsalFailure = UnknownAdoption | { kind: 'settings-have-problems'; problems: SettingsFailure[] };

/** How one target of a plan in force stands, and how it would. */
export type TargetEffect = { plan: string; planVersion: number; before: TitledProgress; after: TitledProgress };

/** A page of people; `next` is where the following page begins, null on the last one. */
export type LevelChangesPage = { items: LevelChange[]; next: LevelChangeCursor | null };

/**
 * What a change would do. `people` change their level in a language on some day, counted in `moves` by the first change of each person and
 * language; `correction`: it changes days gone, which needs a reason; `digest` stands for who they are, from which level to which from when, and whether each target is reached before and after.
 */
export type EquivalenceEffect = { on: IsoDate; correction: boolean; people: number; moves: LevelMove[]; targets: TargetEffect[]; digest: string };

type Found = { effect: EquivalenceEffect; page: LevelChangesPage; before: TenantSettings; after: TenantSettings };

const reached = ({ status, missing }: TitledProgress): string => `${status} ${missing === 0}`;

const digestOf = ({ change, on, declaredToo }: Rehearsed, changes: string, targets: readonly TargetEffect[]): string =>
  createHash('sha256').update(JSON.stringify([change, on, declaredToo, changes, targets.map((it) => [it.plan, it.planVersion, it.before.target, reached(it.before), reached(it.after)])])).digest('hex');

type Answers = { question: PlanQuestion; answers: TitledProgress[] }[];

const answersOf = async (ctx: Ctx, questions: readonly PlanQuestion[]): Promise<Answers> => {
  const all: Answers = [];
  for (const question of questions) all.push({ question, answers: await answersOfPlan(ctx, question as PlanQuestion<CountedPlan> & PlanQuestion) });
  return all;
};

/** Whether a second condition can be measured is a matter of the settings too, so the questions are put anew. */
const standing = async (ctx: Ctx, on: IsoDate): Promise<Answers> => answersOf(ctx, await questionsAbout(ctx, everything, on, null, await plansInForce(ctx.db, on)));

const pairs = (before: Answers, after: Answers): TargetEffect[] =>
  before.flatMap(({ question, answers }, at) =>
    answers.flatMap((it, index) => {
      const then = after[at]?.answers[index];
      return then ? [{ plan: question.version.plan, planVersion: question.version.number, before: it, after: then }] : [];
    }),
  );

/**
 * Tries a change out in a transaction that is undone: `tx` is left with the rehearsed settings. Counts, levels and targets come from the
 * same code that counts them once the change is made.
 */
export const rehearseChange = async (ctx: Ctx, tx: TenantTx, rehearsed: Rehearsed, page: { after: LevelChangeCursor | null; limit: number }): Promise<Result<Found, RehearsalFailure>> => {
  const { change, on, declaredToo } = rehearsed;
  const inside: Ctx = { ...ctx, db: tx };
  const before = await settingsInForce(tx);
  const changed = equivalenceChanged(before, change);
  if (!changed.ok) return changed;
  const { tables, types } = await levelReference(tx);
  const problems = checkSettings(changed.value.after, { tables, types: new Set(types.keys()) });
  if (problems.length > 0) return fail({ kind: 'settings-have-problems', problems });
  const earlier = await standing(inside, on);
  const schema = await rehearseSettings(tx, changed.value.after, changed.value.types);
  await findLevelChanges(tx, schema, declaredToo ? ['verified', 'declared'] : ['verified']);
  const { digest, ...sums } = await sumLevelChanges(tx);
  const targets = pairs(earlier, await standing(inside, on));
  const rows = await levelChangesPage(tx, { after: page.after, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const next = rows.length > page.limit && last ? { nameSort: last.nameSort, id: last.person.id, language: last.language } : null;
  return ok({ effect: { on, correction: changesPast(before, changed.value.after, ctx.today), ...sums, targets, digest: digestOf(rehearsed, digest, targets) }, page: { items, next }, before, after: changed.value.after });
};
