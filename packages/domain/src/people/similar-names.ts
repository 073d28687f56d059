const least = 0.3;
const most = 20;

const trigrams = (name: string): Set<string> => {
  const padded = `  ${name} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i += 1) found.add(padded.slice(i, i + 3));
  return found;
};

/**
 * Finds names that are spelt alike, the most alike first: by the share of runs of three letters that two names have in common. Asked for
 * many texts, the runs of the names are counted once.
 */
export const similarNames = <T>(things: readonly T[], name: (it: T) => string): ((text: string, among: (it: T) => boolean) => T[]) => {
  const sizes: number[] = [];
  const holders = new Map<string, number[]>();
  things.forEach((it, i) => {
    const runs = trigrams(name(it));
    sizes.push(runs.size);
    for (const run of runs) {
      const list = holders.get(run);
      if (list) list.push(i);
      else holders.set(run, [i]);
    }
  });
  return (text, among) => {
    const runs = trigrams(text);
    const common = new Map<number, number>();
    for (const run of runs) for (const i of holders.get(run) ?? []) common.set(i, (common.get(i) ?? 0) + 1);
    return [...common]
      .map(([i, shared]) => ({ i, share: shared / (runs.size + sizes[i]! - shared) }))
      .filter(({ i, share }) => share >= least && among(things[i]!))
      .toSorted((a, b) => b.share - a.share || a.i - b.i)
      .slice(0, most)
      .map(({ i }) => things[i]!);
  };
};
