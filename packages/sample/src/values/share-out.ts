/** Divides a whole number of heads by weights: the parts add up to it exactly, the largest remainders get the heads left over. */
export const shareOut = (heads: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (heads * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = heads - parts.reduce((total, part) => total + part, 0);
  const byRemainder = exact.map((value, i) => ({ i, remainder: value - Math.floor(value) })).sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) parts[i]! += 1;
  return parts;
};
