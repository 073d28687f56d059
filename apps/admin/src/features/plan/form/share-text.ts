/** A share in basis points as it is typed here: 2550 is `25,5`. */
export const writeShare = (basisPoints: number): string => String(basisPoints / 100).replace('.', ',');

/** What was typed as a share, in basis points; undefined where it is no percentage from 0,01 to 100 with two decimals at the most. */
export const readShare = (typed: string): number | undefined => {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return undefined;
  const points = Math.round(Number(text) * 100);
  return points >= 1 && points <= 10_000 ? points : undefined;
};
