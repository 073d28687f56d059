import type { IsoDate } from '../values/index.ts';
import { coalesced, type Period, type PeriodEnd } from './periods.ts';

/** A known period that lost days: what is left of it, nothing if it is gone. */
export type TakenAway<V> = { period: Period<V>; left: { from: IsoDate; to: PeriodEnd }[] };

/**
 * Which known periods lost days when some were corrected. A period that was rewritten in place, with another value, lost none: its change
 * is told as a change.
 */
export const takenAway = <V>(before: readonly Period<V>[], after: readonly Period<V>[], same: (a: V, b: V) => boolean): TakenAway<V>[] =>
  before.flatMap((period) => {
    const { id, from, to, value } = period;
    const rewritten = (it: Period<V>): boolean => (id === undefined ? it.from === from : it.id === id);
    const pieces = after
      .filter((it) => it.from < to && from < it.to && (rewritten(it) || same(it.value, value)))
      .map((it) => ({ from: it.from > from ? it.from : from, to: it.to < to ? it.to : to, value: true }));
    const left = coalesced(pieces, Object.is).map((it) => ({ from: it.from, to: it.to }));
    return left.length === 1 && left[0]!.from === from && left[0]!.to === to ? [] : [{ period, left }];
  });
