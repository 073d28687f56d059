/** A share in basis points: 2,500 is 25 %. Whole numbers only, so that no figure depends on floating point. */
export type Share = number & { readonly __brand: 'Share' };

/** The share of so many basis points, 0 to 10,000; throws outside. */
export const share = (basisPoints: number): Share => {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000) throw new RangeError(`Not a share: ${basisPoints}`);
  return basisPoints as Share;
};

/** How many of `denominator` heads a share asks for, rounded up: 25 % of 10 heads needs 3. */
export const headsNeeded = (denominator: number, goal: Share): number => Math.floor((denominator * goal + 9_999) / 10_000);

/** How many heads are still missing to reach the goal; never negative. */
export const headsMissing = (denominator: number, numerator: number, goal: Share): number =>
  Math.max(0, headsNeeded(denominator, goal) - numerator);

/** Part of a whole in percent with two decimals, half rounded up; null if the whole is empty, because nobody is neither 0 % nor 100 %. */
export const percentOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100;
