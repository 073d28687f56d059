import { findPlace, type Place } from '@saubac/db/people';
import type { TenantTx } from '@saubac/db/tenancy';
import { cleanText, type Kind, type OfficeRankCode, officeRankPositions, type PeriodEnd, type Posting } from '@saubac/domain/people';
import { addDays, fail, type IsoDate, ok, type Result, type UnitScope } from '@saubac/domain/values';

/** A post as it is entered: unit and post by their codes; null is not known (of a post: none in the catalogue). */
export type PostInput = {
  unit: string;
  post: string | null;
  kind: Kind;
  rank: string | null;
  office: string | null;
  officeRank: OfficeRankCode | null;
  leader: boolean | null;
};

/** Days as people state them: both inclusive, null for no end. */
export type StatedDays = { from: IsoDate; lastDay: IsoDate | null };

export const endAfter = (lastDay: IsoDate | null): PeriodEnd => (lastDay === null ? 'infinity' : addDays(lastDay, 1));

/** A post as a career keeps it. */
export const postingOf = ({ unit, post, kind, rank, office, officeRank, leader }: PostInput): Posting => ({
  unit, post, kind, rank: rank || null, office: cleanText(office ?? '') || null, officeRank: officeRank === null ? null : officeRankPositions[officeRank], leader,
});

export type PlaceProblem =
  | { kind: 'unknown-unit'; unit: string; on: IsoDate }
  | { kind: 'unknown-post'; post: string }
  /** The unit does not exist on all days of the post. */
  | { kind: 'unit-not-valid-then'; unit: string };

/** The day of a period that lies nearest to another: what a post of the past or of the future is judged by. */
export const nearestDay = ({ from, to }: Pick<Place, 'from' | 'to'>, day: IsoDate): IsoDate => (day < from ? from : to !== 'infinity' && day >= to ? addDays(to, -1) : day);

/** Checks that a post can be held at a place: its unit lies in the scope and exists on all its days, its post stands in the catalogue. */
export const checkPlace = async (tx: TenantTx, scope: UnitScope, place: Place, today: IsoDate): Promise<Result<null, PlaceProblem>> => {
  const on = nearestDay(place, today);
  const known = await findPlace(tx, scope, place, on);
  if (!known.unit) return fail({ kind: 'unknown-unit', unit: place.unit, on });
  if (!known.post) return fail({ kind: 'unknown-post', post: place.post ?? '' });
  return known.wholePeriod ? ok(null) : fail({ kind: 'unit-not-valid-then', unit: place.unit });
};
