import type { TrendPoint } from './queries.ts';

/** How a target stood in a year, and whether that was closed and signed. */
export type YearOfTarget = { year: string; percent: number | null; closed: boolean };

/**
 * The years of a target that have ended by a day, the last `most` of them, as they come; days within a year and years of which nothing can be
 * told are left out.
 */
export const yearPoints = (points: readonly Pick<TrendPoint, 'on' | 'source' | 'progress'>[], most: number): YearOfTarget[] =>
  points
    .filter(({ on, progress }) => on.endsWith('-12-31') && progress.denominator !== null && progress.denominator > 0)
    .map(({ on, source, progress }) => ({ year: on.slice(0, 4), percent: progress.percent, closed: source === 'close' }))
    .slice(-most);
