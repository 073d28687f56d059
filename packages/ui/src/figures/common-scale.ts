/**
 * Where the scale of bars that stand below each other ends, in percent: the next ten above the greatest value or goal, so that they can be
 * compared and the greatest does not touch the edge. Never over 100, never under 10.
 */
export const commonScale = (values: readonly (number | null)[]): number => {
  const greatest = Math.max(0, ...values.filter((it) => it !== null));
  return Math.min(100, Math.max(10, Math.floor(greatest / 10) * 10 + 10));
};
