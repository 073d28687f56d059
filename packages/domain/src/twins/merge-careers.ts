import { type Career, coalesced, type Period, type PeriodEnd, type Posting, samePosting, withoutRange } from '../people/index.ts';
import { fail, type IsoDate, ok, type Result } from '../values/index.ts';

/** Whose main post counts on days on which both records hold another one; `beside`: the one of the record that goes becomes a concurrent post on those days. */
export const mainPostChoices = ['staying', 'going', 'beside'] as const;
export type MainPostChoice = (typeof mainPostChoices)[number];

/** Days on which both records hold a main post, and not the same. */
export type MainPostOverlap = { from: IsoDate; to: PeriodEnd; staying: string; going: string };

export type MainPostsOverlap = { kind: 'main-posts-overlap'; overlaps: MainPostOverlap[] };

type Days = { from: IsoDate; to: PeriodEnd };

const common = (one: Days, other: Days): Days | undefined => {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? { from, to: to as PeriodEnd } : undefined;
};

const clear = <V>(line: readonly Period<V>[], taken: readonly Days[]): Period<V>[] => taken.reduce<Period<V>[]>((rest, { from, to }) => withoutRange(rest, from, to), [...line]);

const overlapsOf = (staying: Career, going: Career): MainPostOverlap[] =>
  staying.main.flatMap((one) =>
    going.main.flatMap((other) => {
      const days = common(one, other);
      return days && !samePosting(one.value, other.value) ? [{ ...days, staying: one.value.unit, going: other.value.unit }] : [];
    }),
  );

const samePlace = (a: Posting, b: Posting): boolean => a.unit === b.unit && a.post === b.post;

/** A concurrent post without the days on which the same place is held already. */
const besides = (line: readonly Period<Posting>[], held: readonly Period<Posting>[]): Period<Posting>[] =>
  line.flatMap((it) => clear([it], held.filter(({ value }) => samePlace(value, it.value))));

/**
 * The career of two records of one person: every day on which one of them held a post he held one. Where both hold a main post on a day and
 * not the same, it is refused unless `choice` says which of them counts. What the staying record says of lists goes before the other's.
 */
export const mergeCareers = (staying: Career, going: Career, choice?: MainPostChoice): Result<Career, MainPostsOverlap> => {
  const overlaps = overlapsOf(staying, going);
  if (overlaps.length > 0 && choice === undefined) return fail({ kind: 'main-posts-overlap', overlaps });
  const [first, second] = choice === 'going' ? [going.main, staying.main] : [staying.main, going.main];
  const main = coalesced([...first, ...clear(second, first)], samePosting);
  const stepped = choice === 'beside' ? going.main.flatMap((it) => overlaps.flatMap((days) => { const both = common(it, days); return both && it.value.unit === days.going ? [{ value: it.value, ...both }] : []; })) : [];
  const concurrent = [...staying.concurrent, ...going.concurrent, ...stepped].reduce<Period<Posting>[]>((line, it) => [...line, ...besides([it], [...line, ...main])], []);
  return ok({
    main,
    concurrent: concurrent.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    planned: coalesced([...staying.planned, ...clear(going.planned, staying.planned)], Object.is),
    training: coalesced([...staying.training, ...clear(going.training, staying.training)], Object.is),
  });
};
