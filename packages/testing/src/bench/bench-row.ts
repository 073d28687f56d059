/** One line of the bench: ours against the plain way in the same run. `limit` is what the ratio should not exceed; of things a second, what it should reach. */
export type BenchRow = { name: string; ours: number; plain: number; unit: 'ms' | 'MB' | '/s'; ratio: number; limit: number | null };

/** A line made of two measurements. */
export const benchRow = (name: string, ours: number, plain: number, unit: BenchRow['unit'], limit: number | null): BenchRow => ({ name, ours, plain, unit, ratio: ours / plain, limit });

/** Milliseconds of one run. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Times two ways of doing the same, turn by turn, so that whatever else the machine does falls on both. Gives the medians, after one
 * round that does not count.
 */
export const sideBySide = async (rounds: number, ours: () => Promise<unknown>, plain: () => Promise<unknown>): Promise<{ ours: number; plain: number }> => {
  const times: { ours: number; plain: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) times.push({ ours: await timed(ours), plain: await timed(plain) });
  const counted = times.slice(1);
  return { ours: middle(counted.map((it) => it.ours)), plain: middle(counted.map((it) => it.plain)) };
};
