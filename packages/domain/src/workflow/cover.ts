import { addDays, fail, type IsoDate, ok, type Result, type UserId } from '../values/index.ts';

/** Who is to stand in for whom, from a day to a day, both inclusive. */
export type CoverWish = { covered: UserId; covering: UserId; from: IsoDate; to: IsoDate };

export type CoverRefusal = { kind: 'covers-himself' } | { kind: 'cover-days-wrong' } | { kind: 'cover-too-long'; days: number };

/** Longer than so many days somebody is not away but gone: then roles are granted and ended. */
export const longestCover = 366;

/** Why a cover can't be; it begins today or later, ends not before it begins, and nobody covers for himself. */
export const checkCover = ({ covered, covering, from, to }: CoverWish, today: IsoDate): Result<null, CoverRefusal> => {
  if (covered === covering) return fail({ kind: 'covers-himself' });
  if (from < today || to < from) return fail({ kind: 'cover-days-wrong' });
  return to > addDays(from, longestCover) ? fail({ kind: 'cover-too-long', days: longestCover }) : ok(null);
};
