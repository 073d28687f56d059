import { plansInForce } from '@saubac/db/plans';
import type { TenantTx } from '@saubac/db/tenancy';
import { fieldsOfRow, insertMerge, levelsOfPeople, mergePeople, type TwinCard, twinCards, type WayBack } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { type Likeness, type MergedFields, mergeFields } from '@saubac/domain/twins';
import { everything, ok, type Result, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { askRehearsal, type TookTooLong } from '../figures/index.ts';
import { idNumbersOf } from '../people/id-numbers.ts';
import { answersOfPlan, questionsAbout, type TitledProgress } from '../targets/index.ts';
import { lookAt, type LookedAt, type MergeInput, type MergeRefusal } from './merging.ts';

/** The best level in a language of each record, and of the one that they become. */
export type LevelOfTwins = { language: string; staying: number | null; going: number | null; merged: number | null };

/** How a target stands, and how it would with one record instead of two; only targets that change. */
export type TargetOfTwins = { plan: string; planVersion: number; before: TitledProgress; after: TitledProgress };

/** What would become of two records. `dropped`: certificates and claims that both had. */
export type MergePreview = Likeness & {
  digest: string;
  staying: TwinCard;
  going: TwinCard;
  /** Whose value of a field stays where the two differ. */
  fieldsFrom: { [Field in keyof MergedFields]?: 'staying' | 'going' };
  moves: { posts: number; planned: number; training: number; certificates: number; claims: number; account: boolean; others: { table: string; rows: number }[] };
  dropped: { certificates: number; claims: number };
  levels: LevelOfTwins[];
  targets: TargetOfTwins[];
};

const origins = ({ fields }: LookedAt, own: { staying: MergedFields; going: MergedFields }): MergePreview['fieldsFrom'] =>
  Object.fromEntries(mergeFields.filter((it) => JSON.stringify(own.staying[it]) !== JSON.stringify(own.going[it])).map((it) => [it, JSON.stringify(fields[it]) === JSON.stringify(own.staying[it]) ? 'staying' : 'going']));

const movesOf = ({ careers: { going } }: LookedAt, { moved, rows }: WayBack): Pick<MergePreview, 'moves' | 'dropped'> => ({
  moves: {
    posts: going.main.length + going.concurrent.length,
    planned: going.planned.length,
    training: going.training.length,
    certificates: Object.keys(moved.certificates).length,
    claims: moved.claims.length,
    account: rows.going['user_id'] !== null,
    others: moved.others.map(({ table, ids }) => ({ table, rows: ids.length })),
  },
  dropped: { certificates: moved.dropped.length, claims: moved.droppedClaims.length },
});

const standing = async (ctx: Ctx): Promise<{ plan: string; planVersion: number; answers: TitledProgress[] }[]> => {
  const all = [];
  for (const it of await questionsAbout(ctx, everything, ctx.today, null, await plansInForce(ctx.db, ctx.today))) {
    all.push({ plan: it.version.plan, planVersion: it.version.number, answers: await answersOfPlan(ctx, it) });
  }
  return all;
};

type Standing = Awaited<ReturnType<typeof standing>>;

const changedTargets = (before: Standing, after: Standing): TargetOfTwins[] =>
  before.flatMap(({ plan, planVersion, answers }, at) =>
    answers.flatMap((it, index) => {
      const then = after[at]?.answers[index];
      return then && JSON.stringify(then) !== JSON.stringify(it) ? [{ plan, planVersion, before: it, after: then }] : [];
    }),
  );

const levelsOf = async (tx: TenantTx, ctx: Ctx, people: LookedAt): Promise<{ staying: Map<string, number>; going: Map<string, number> }> => {
  const rows = await levelsOfPeople(tx, [people.staying, people.going], ctx.today);
  const of = (id: string): Map<string, number> => new Map(rows.filter((it) => it.person === id).map((it) => [it.language, it.level]));
  return { staying: of(people.staying), going: of(people.going) };
};

const levelsBeside = (before: Awaited<ReturnType<typeof levelsOf>>, after: Awaited<ReturnType<typeof levelsOf>>): LevelOfTwins[] =>
  [...new Set([...before.staying.keys(), ...before.going.keys()])].toSorted().map((language) => ({
    language, staying: before.staying.get(language) ?? null, going: before.going.get(language) ?? null, merged: after.staying.get(language) ?? null,
  }));

/** A merge to hang the rehearsed rows on; it is undone with them. */
const anyMerge = (tx: TenantTx, { staying, going, likeness, digest }: LookedAt, { actor, now }: Ctx): Promise<string> =>
  insertMerge(tx, { staying, going, choices: { fields: {} }, likeness, digest, by: actor.id, label: actor.label, now: now(), state: 'withdrawn' });

/** Tries a merge out in a transaction that is undone. */
export const rehearseMerge = async (ctx: Ctx, tx: TenantTx, scope: UnitScope, input: MergeInput): Promise<Result<MergePreview, MergeRefusal>> => {
  const looked = await lookAt(ctx, tx, scope, input);
  if (!looked.ok) return looked;
  const inside: Ctx = { ...ctx, db: tx };
  const found = looked.value;
  const cards = await twinCards(tx, [found.staying, found.going], ctx.today, idNumbersOf(ctx));
  const [targets, levels] = [await standing(inside), await levelsOf(tx, ctx, found)];
  const back = await mergePeople(tx, { ...found, merge: await anyMerge(tx, found, ctx) });
  return ok({
    ...found.likeness,
    digest: found.digest,
    staying: cards.get(found.staying)!,
    going: cards.get(found.going)!,
    fieldsFrom: origins(found, { staying: fieldsOfRow(back.rows.staying), going: fieldsOfRow(back.rows.going) }),
    ...movesOf(found, back),
    levels: levelsBeside(levels, await levelsOf(tx, ctx, found)),
    targets: changedTargets(targets, await standing(inside)),
  });
};

/** What would become of two records if they were made one, tried out and undone; nobody else notices. */
export const previewMerge = async (ctx: Ctx, input: MergeInput): Promise<Result<MergePreview, Forbidden | MergeRefusal | TookTooLong>> => {
  const scope = permit(ctx, 'person.edit');
  if (!scope.ok) return scope;
  return askRehearsal(ctx, ['merge', scope.value, idNumbersOf(ctx), ctx.actor.id, input], (inside, tx) => rehearseMerge(inside, tx, scope.value, input));
};
