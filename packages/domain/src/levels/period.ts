import { addDays } from '../values/index.ts';
import type { IsoDate } from '../values/index.ts';

/** The first day on which something no longer holds, or `infinity` when no end is known. */
export type OpenEnd = IsoDate | 'infinity';

/**
 * Days from `from` up to but not including `to`. Bounds compare as text, `-infinity` and `infinity` included, because `-` sorts before
 * and letters sort after every digit.
 */
export type Period = { from: IsoDate | '-infinity'; to: OpenEnd };

/** Whether a day lies in a period. */
export const holdsOn = (period: Period, date: IsoDate): boolean => period.from <= date && date < period.to;

/** Whether two periods share a day. */
export const overlap = (one: Period, other: Period): boolean => one.from < other.to && other.from < one.to;

/** The earliest of some ends. */
export const earliest = (first: OpenEnd, ...others: OpenEnd[]): OpenEnd => others.reduce((least, it) => (it < least ? it : least), first);

/** The last day that still counts, as people say it; null when there is no end. */
export const lastDayOf = (end: OpenEnd): IsoDate | null => (end === 'infinity' ? null : addDays(end, -1));
