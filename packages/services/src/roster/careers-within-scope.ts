import type { CareerCase } from '@saubac/db/roster';
import type { Career, Period, Posting, RowOutcome, StatedPosting } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';

const postsOf = ({ main, concurrent }: Career): Period<Posting>[] => [...main, ...concurrent];

const dayKey = ({ from, to, value }: Period<Posting>): string => JSON.stringify([from, to, value]);

/** Whether a career holds the same posts outside some units as before. */
export const keptOutside = (before: Career, after: Career, within: ReadonlySet<string>): boolean => {
  const outside = (career: Career): string[] => postsOf(career).filter(({ value }) => !within.has(value.unit)).map(dayKey).toSorted();
  return outside(before).join() === outside(after).join();
};

const meets = ({ from, to }: StatedPosting, on: IsoDate, posts: readonly Period<Posting>[]): boolean => posts.some((it) => it.from < to && (from ?? on) < it.to);

const outsideScope = (row: number): RowOutcome => ({ row, kind: 'refused', problem: { column: 'valid_from', kind: 'outside-scope' } });

/**
 * What became of the rows of somebody whose importer sees some units only. Rows that would touch a post held elsewhere are refused, and a
 * refusal that speaks of days on which he held one is told without them.
 */
export const outcomesWithinScope = ({ known, stated }: Pick<CareerCase, 'known' | 'stated'>, after: Career, outcomes: readonly RowOutcome[], { within, on }: { within: ReadonlySet<string>; on: IsoDate }): RowOutcome[] => {
  const elsewhere = postsOf(known).filter(({ value }) => !within.has(value.unit));
  if (elsewhere.length === 0) return [...outcomes];
  const kept = keptOutside(known, after, within);
  return outcomes.map((it) => {
    if (it.kind === 'unchanged') return it;
    const row = stated.find((one) => one.row === it.row)!;
    return (it.kind !== 'refused' && !kept) || (it.kind === 'refused' && meets(row, on, elsewhere)) ? outsideScope(it.row) : it;
  });
};
