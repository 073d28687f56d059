import { findTwinPairs, succeedsIn, type TwinCard, twinCards, twinRecords } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { compareTwins, leastScore, type Likeness } from '@saubac/domain/twins';
import { ok, type PersonId, type Result, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { askFigures, type TookTooLong } from '../figures/index.ts';
import { idNumbersOf } from '../people/id-numbers.ts';

/** Two records that may be of one person, with what speaks for it and against it. */
export type Twins = { one: TwinCard; other: TwinCard } & Likeness;

/** Where a page begins: after this pair. */
export type TwinsCursor = { score: number; one: string; other: string };

export type TwinsPage = { items: Twins[]; next: TwinsCursor | null; total: number };

/** More pairs than anybody looks through; the likeliest come first. */
const mostPairs = 10_000;

type Scored = { one: PersonId; other: PersonId } & Likeness;

const byScore = (a: Scored, b: Scored): number => b.score - a.score || (a.one === b.one ? (a.other < b.other ? -1 : 1) : a.one < b.one ? -1 : 1);

/** All pairs of a scope that are worth looking at, the likeliest first; without names, so that the answer may be kept. */
const scoredPairs = async (ctx: Ctx, scope: UnitScope): Promise<Scored[]> => {
  const pairs = await findTwinPairs(ctx.db, scope, ctx.today);
  const records = await twinRecords(ctx.db, [...new Set(pairs.flatMap((it) => [it.one, it.other]))]);
  const succeeds = await succeedsIn(ctx.db);
  const scored = pairs.flatMap(({ one, other }): Scored[] => {
    const [a, b] = [records.get(one), records.get(other)];
    if (!a || !b) return [];
    const likeness = compareTwins(a, b, succeeds);
    return likeness.score < leastScore ? [] : [{ one, other, ...likeness }];
  });
  return scored.toSorted(byScore).slice(0, mostPairs);
};

/** Records of the caller's units that may be of one person, the likeliest first, a page at a time. Nothing is certain before two people have decided it. */
export const listTwins = async (ctx: Ctx, { after = null, limit = 50, least = leastScore }: { after?: TwinsCursor | null; limit?: number; least?: number } = {}): Promise<Result<TwinsPage, Forbidden | TookTooLong>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const found = await askFigures<Scored[], never>(ctx, { question: ['twins', scope.value, ctx.today] }, async (inside) => ok(await scoredPairs(inside, scope.value)));
  if (!found.ok) return found;
  const wanted = found.value.filter((it) => it.score >= least);
  const rest = after ? wanted.filter((it) => byScore({ ...after, reasons: [] } as unknown as Scored, it) < 0) : wanted;
  const shown = rest.slice(0, limit);
  const cards = await twinCards(ctx.db, shown.flatMap((it) => [it.one, it.other]), ctx.today, idNumbersOf(ctx));
  const items = shown.flatMap(({ one, other, ...likeness }): Twins[] => {
    const [a, b] = [cards.get(one), cards.get(other)];
    return a && b ? [{ one: a, other: b, ...likeness }] : [];
  });
  const last = shown.at(-1);
  return ok({ items, total: wanted.length, next: rest.length > limit && last ? { score: last.score, one: last.one, other: last.other } : null });
};
