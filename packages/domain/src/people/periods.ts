import type { IsoDate } from '../values/index.ts';

/** The end of a period: the first day it no longer holds, or never. Sorts after every date, as in the database. */
export type PeriodEnd = IsoDate | 'infinity';

/** A value that holds from a day until the day before `to`. `id` is the row that keeps it, absent as long as there is none. */
export type Period<V> = { id?: string | undefined; from: IsoDate; to: PeriodEnd; value: V };

const byStart = <V>(a: Period<V>, b: Period<V>): number => (a.from < b.from ? -1 : 1);

/** The period that holds a day. */
export const periodOn = <V>(periods: readonly Period<V>[], day: IsoDate): Period<V> | undefined => periods.find((it) => it.from <= day && day < it.to);

/** The period that holds the last day before an end. */
export const periodBefore = <V>(periods: readonly Period<V>[], end: IsoDate): Period<V> | undefined => periods.find((it) => it.from < end && end <= it.to);

/** Whether nothing but the excepted period holds on any day of a range. */
export const isFree = <V>(periods: readonly Period<V>[], from: IsoDate, to: PeriodEnd, except?: Period<V>): boolean =>
  !periods.some((it) => it !== except && it.from < to && from < it.to);

/** The first days of the periods that lead without a gap to this one, its own included. */
export const startsOfChain = <V>(periods: readonly Period<V>[], last: Period<V>): Set<IsoDate> => {
  const starts = new Set([last.from]);
  for (let it: Period<V> | undefined = last; it; ) {
    const { from }: Period<V> = it;
    it = periods.find((previous) => previous.to === from);
    if (it) starts.add(it.from);
  }
  return starts;
};

/** What is left of periods when a range is cut out of all but one of them. */
export const withoutRange = <V>(periods: readonly Period<V>[], from: IsoDate, to: PeriodEnd, except?: Period<V>): Period<V>[] =>
  periods.flatMap((it) => {
    if (it === except || it.to <= from || to <= it.from) return [it];
    const before: Period<V>[] = it.from < from ? [{ ...it, to: from }] : [];
    const after: Period<V>[] = to !== 'infinity' && to < it.to ? [{ ...it, ...(before.length ? { id: undefined } : {}), from: to }] : [];
    return [...before, ...after];
  });

/** Periods in order, with neighbours of the same value made one; the earlier one keeps its row. */
export const coalesced = <V>(periods: readonly Period<V>[], same: (a: V, b: V) => boolean): Period<V>[] => {
  const joined: Period<V>[] = [];
  for (const it of [...periods].sort(byStart)) {
    const previous = joined.at(-1);
    if (previous && previous.to === it.from && same(previous.value, it.value)) joined[joined.length - 1] = { ...previous, to: it.to };
    else joined.push({ ...it });
  }
  return joined;
};

/** The periods after a value (null: none) is set for a range. */
export const withRange = <V>(periods: readonly Period<V>[], from: IsoDate, to: PeriodEnd, value: V | null): Period<V>[] => {
  const rest = withoutRange(periods, from, to);
  return coalesced(value === null ? rest : [...rest, { from, to, value }], (a, b) => a === b);
};
